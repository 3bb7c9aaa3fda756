package dev.attune.systemtests.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Score;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoredOnceTest {
  private static final int PLACE = 4_321;
  private final List<Logged<Score>> scores = Planted.scores();
  private final Map<String, BigDecimal> acknowledged = Planted.totals(scores);

  @Test
  void a_log_with_every_rating_scored_once_is_faultless() {
    assertThat(ScoredOnce.breaches(acknowledged, Set.of(), scores)).isEmpty();
  }

  @Test
  void one_score_dropped_in_ten_thousand_is_caught() {
    String lost = scores.get(PLACE).key();

    assertThat(breaches(Planted.with(scores, log -> log.remove(PLACE))))
        .containsExactly(new Breach("acknowledged once, scored 0 times", lost));
  }

  @Test
  void one_score_duplicated_in_ten_thousand_is_caught() {
    assertThat(breaches(Planted.with(scores, log -> log.add(scores.get(PLACE)))))
        .containsExactly(new Breach("acknowledged once, scored 2 times", scores.get(PLACE).key()));
  }

  @Test
  void the_score_of_another_rating_under_a_key_is_caught() {
    Logged<Score> right = scores.get(PLACE);
    var wrong = new Logged<>(right.partition(), right.offset(), right.key(), scores.get(1).value());

    assertThat(breaches(Planted.with(scores, log -> log.set(PLACE, wrong))))
        .containsExactly(new Breach("scored as something else", right.key()));
  }

  @Test
  void a_score_in_the_wrong_tenant_is_caught_on_both_sides() {
    Logged<Score> right = scores.get(PLACE);
    Score score = Planted.value(right);
    var wrong = Planted.logged(PLACE, Planted.score("southside", score.episode(), 5));

    assertThat(breaches(Planted.with(scores, log -> log.set(PLACE, wrong))))
        .containsExactlyInAnyOrder(
            new Breach("acknowledged once, scored 0 times", right.key()),
            new Breach("scored without a rating", wrong.key()));
  }

  @Test
  void a_rating_whose_answer_was_lost_may_be_scored_or_not_but_not_twice() {
    String key = scores.get(PLACE).key();
    acknowledged.remove(key);

    assertThat(ScoredOnce.breaches(acknowledged, Set.of(key), scores)).isEmpty();
    assertThat(
            ScoredOnce.breaches(
                acknowledged, Set.of(key), Planted.with(scores, log -> log.add(log.get(PLACE)))))
        .containsExactly(new Breach("posted once, scored 2 times", key));
  }

  private List<Breach> breaches(List<Logged<Score>> log) {
    return ScoredOnce.breaches(acknowledged, Set.of(), log);
  }
}
