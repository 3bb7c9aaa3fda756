package dev.attune.scoring.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Flag;
import dev.attune.contracts.Rating;
import dev.attune.contracts.ScaleScore;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.Severity;
import dev.attune.instruments.Catalogue;
import dev.attune.scoring.Ratings;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorerTest {

  private final Scorer scorer = new Scorer(Catalogue.shipped());

  @Test
  void complete_rating_has_a_total_its_share_of_the_maximum_and_its_scales() {
    Score score = scored(Ratings.of("srs", "9.5", "9.2", "9.0", "9.4"));

    assertThat(score.state()).isEqualTo(ScoreState.COMPLETE);
    assertThat(score.total()).isEqualByComparingTo("37.1");
    assertThat(score.pomp()).isEqualByComparingTo("92.8");
    assertThat(score.scales())
        .containsExactly(
            new ScaleScore(
                "total", ScoreState.COMPLETE, new BigDecimal("37.1"), new BigDecimal("92.8"), 0));
  }

  @Test
  void score_carries_the_whole_context_of_its_rating() {
    Rating rating = Ratings.of("srs", "9.5", "9.2", "9.0", "9.4");

    Score score = scored(rating);

    assertThat(score)
        .usingRecursiveComparison()
        .comparingOnlyFields(
            "tenant",
            "episode",
            "client",
            "therapist",
            "population",
            "session",
            "instrument",
            "rater",
            "answers",
            "comment",
            "ratedAt")
        .isEqualTo(rating);
    assertThat(score.key()).isEqualTo(rating.key());
  }

  @Test
  void score_names_the_version_of_the_definition() {
    assertThat(scored(Ratings.of("srs", "9", "9", "9", "9")).definition()).isEqualTo("3.0");
  }

  @Test
  void strained_alliance_raises_the_flag_of_the_cut_off() {
    assertThat(scored(Ratings.of("srs", "9", "9", "9", "8.9")).flags())
        .contains(new Flag("SRS_BELOW_CUTOFF", Severity.AMBER, null));
  }

  @Test
  void sign_of_risk_is_flagged_with_its_item() {
    assertThat(scored(Ratings.of("phq9", "0", "0", "0", "0", "0", "0", "0", "0", "1")).flags())
        .contains(new Flag("PHQ_RISK", Severity.RED, 9));
  }

  @Test
  void answers_that_were_reversed_at_capture_are_turned_back_and_scored_once() {
    Rating displayed = Ratings.of("core10", "2", "2", "1", "2", "1", "0", "3", "2", "3", "1");
    Rating keyed =
        Ratings.keyed(Ratings.of("core10", "2", "2", "3", "2", "1", "0", "3", "2", "3", "1"));

    assertThat(scored(keyed).total()).isEqualByComparingTo("19");
    assertThat(scored(keyed).total()).isEqualTo(scored(displayed).total());
    assertThat(scored(keyed).answers()).isEqualTo(displayed.answers());
  }

  @Test
  void illegal_answers_that_were_reversed_at_capture_are_unscorable() {
    assertThat(scorer.score(Ratings.keyed(Ratings.of("srs", "9", "9"))))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
  }

  @Test
  void few_missing_answers_are_prorated() {
    Score score = scored(Ratings.of("phq9", "1", "1", "1", "1", "1", "1", "1", null, null));

    assertThat(score.state()).isEqualTo(ScoreState.PRORATED);
    assertThat(score.total()).isEqualByComparingTo("9");
    assertThat(score.scales()).first().extracting(ScaleScore::missing).isEqualTo(2);
  }

  @Test
  void too_few_answers_give_no_score() {
    Score score = scored(Ratings.of("srs", "9.5", null, "9.0", "9.4"));

    assertThat(score.state()).isEqualTo(ScoreState.INSUFFICIENT);
    assertThat(score.total()).isNull();
    assertThat(score.pomp()).isNull();
  }

  @Test
  void totals_alone_are_scored_without_answers() {
    Score score = scored(Ratings.totals("srs", Map.of("total", new BigDecimal("37.1"))));

    assertThat(score.state()).isEqualTo(ScoreState.COMPLETE);
    assertThat(score.total()).isEqualByComparingTo("37.1");
    assertThat(score.answers()).isEmpty();
  }

  @Test
  void declining_is_an_event_without_numbers() {
    Score score = scored(Ratings.declined("srs"));

    assertThat(score.state()).isEqualTo(ScoreState.DECLINED);
    assertThat(score.total()).isNull();
    assertThat(score.scales()).isEmpty();
    assertThat(score.answers()).isEmpty();
    assertThat(score.flags()).isEmpty();
  }

  @Test
  void t_stands_with_the_norms_it_rests_on_or_not_at_all() {
    Score score = scored(Ratings.of("srs", "9", "9", "9", "9"));

    assertThat(score.t()).as("the norms of the SRS are placeholders").isNull();
    assertThat(score.norms()).isNull();
  }

  @Test
  void instrument_that_is_not_in_the_catalogue_is_unknown() {
    assertThat(scorer.score(Ratings.of("tarot", "1")))
        .isEqualTo(refused(DeadReason.UNKNOWN_INSTRUMENT));
    assertThat(scorer.score(Ratings.declined("tarot")))
        .isEqualTo(refused(DeadReason.UNKNOWN_INSTRUMENT));
  }

  @Test
  void answers_that_do_not_fit_are_unscorable() {
    assertThat(scorer.score(Ratings.of("srs", "9", "9", "9")))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
    assertThat(scorer.score(Ratings.of("srs", "9", "9", "9", "10.1")))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
    assertThat(scorer.score(Ratings.of("srs", "9", "9", "9", "9.05")))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
    assertThat(scorer.score(Ratings.of("srs", "9", "9", "9", "1e999")))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
  }

  @Test
  void totals_that_do_not_fit_are_unscorable() {
    assertThat(scorer.score(Ratings.totals("srs", Map.of("total", new BigDecimal("40.1")))))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
    assertThat(scorer.score(Ratings.totals("srs", Map.of("mood", BigDecimal.ONE))))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
    assertThat(scorer.score(Ratings.totals("srs", Map.of())))
        .isEqualTo(refused(DeadReason.UNSCORABLE));
  }

  private static Verdict refused(DeadReason reason) {
    return new Verdict.Unscorable(reason);
  }

  private Score scored(Rating rating) {
    return switch (scorer.score(rating)) {
      case Verdict.Meaning(Score score) -> score;
      case Verdict.Unscorable(DeadReason reason) -> throw new AssertionError(reason);
    };
  }
}
