package dev.attune.scoring.domain;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.instruments.Answers;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Respondent;
import dev.attune.instruments.Scored;
import dev.attune.instruments.Scoring;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Scores ratings by the catalogue. */
public final class Scorer {

  private final Catalogue catalogue;

  public Scorer(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** What the rating means by the current version of its instrument. */
  public Verdict score(Rating rating) {
    Instrument instrument = catalogue.find(rating.instrument()).orElse(null);
    if (instrument == null) {
      return new Verdict.Unscorable(DeadReason.UNKNOWN_INSTRUMENT);
    }
    try {
      return new Verdict.Meaning(meaning(rating, instrument));
    } catch (IllegalArgumentException e) {
      return new Verdict.Unscorable(DeadReason.UNSCORABLE);
    }
  }

  private static Score meaning(Rating rating, Instrument instrument) {
    var respondent = respondent(rating);
    List<@Nullable BigDecimal> given = rating.answers();
    Map<String, BigDecimal> totals = rating.scores();
    if (given != null) {
      List<@Nullable BigDecimal> answers = asDisplayed(instrument, given, rating.keyedAtCapture());
      return score(rating, Scoring.score(instrument, answers, respondent), answers);
    }
    return totals != null
        ? score(rating, Scoring.ofTotals(instrument, totals, respondent), List.of())
        : score(rating, Scoring.declined(instrument), List.of());
  }

  private static Respondent respondent(Rating rating) {
    return new Respondent(
        Translation.perspective(rating.rater().perspective()),
        Translation.ages(rating.population()),
        rating.language(),
        rating.session().number());
  }

  /** A reversed answer can be turned back only where the answers are legal ones. */
  private static List<@Nullable BigDecimal> asDisplayed(
      Instrument instrument, List<@Nullable BigDecimal> answers, boolean keyedAtCapture) {
    return keyedAtCapture && Answers.faults(instrument, answers).isEmpty()
        ? Answers.asDisplayed(instrument, answers, true)
        : answers;
  }

  // A class file does not tell that a record's list may hold nulls.
  @SuppressWarnings("NullAway")
  private static Score score(Rating rating, Scored scored, List<@Nullable BigDecimal> answers) {
    return new Score(
        rating.tenant(),
        rating.episode(),
        rating.client(),
        rating.therapist(),
        rating.population(),
        rating.session(),
        rating.instrument(),
        scored.definition(),
        scored.norms(),
        rating.rater(),
        Translation.state(scored.state()),
        scored.total(),
        scored.pomp(),
        scored.t(),
        scored.scales().stream().map(Translation::scale).toList(),
        answers,
        scored.flags().stream().map(Translation::flag).toList(),
        rating.comment(),
        rating.ratedAt());
  }
}
