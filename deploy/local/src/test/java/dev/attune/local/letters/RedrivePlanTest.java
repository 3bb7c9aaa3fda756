package dev.attune.local.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.local.letters.RedrivePlan.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RedrivePlanTest {

  private static final Place ORIGIN = new Place("attune.ratings", 2, 17);

  @Test
  void a_letter_is_sent() {
    RedrivePlan plan = plan(List.of(letter(1, ORIGIN, "{}")), Set.of(), 17, 10);

    assertThat(plan.sent()).extracting(DeadLetter::origin).containsExactly(ORIGIN);
    assertThat(plan.refused()).isEmpty();
    assertThat(plan.left()).isZero();
  }

  @Test
  void a_record_that_was_driven_again_is_refused() {
    RedrivePlan plan = plan(List.of(letter(1, ORIGIN, "{}")), Set.of(ORIGIN), 17, 10);

    assertThat(plan.sent()).isEmpty();
    assertThat(plan.refused()).containsOnlyKeys(Refused.ALREADY);
  }

  @Test
  void a_record_that_two_services_gave_up_is_sent_once() {
    RedrivePlan plan =
        plan(List.of(letter(1, ORIGIN, "{}"), letter(2, ORIGIN, "{}")), Set.of(), 17, 10);

    assertThat(plan.sent()).hasSize(1);
    assertThat(plan.refused()).containsOnlyKeys(Refused.ALREADY);
  }

  @Test
  void an_older_rating_never_replaces_a_younger_one() {
    RedrivePlan plan = plan(List.of(letter(1, ORIGIN, "{}")), Set.of(), 18, 10);

    assertThat(plan.sent()).isEmpty();
    assertThat(plan.refused()).containsOnlyKeys(Refused.SUPERSEDED);
  }

  @Test
  void a_letter_without_its_bytes_never_becomes_an_erasure() {
    RedrivePlan plan = plan(List.of(letter(1, ORIGIN, null)), Set.of(), 17, 10);

    assertThat(plan.sent()).isEmpty();
    assertThat(plan.refused()).containsOnlyKeys(Refused.NOT_WHOLE);
  }

  @Test
  void a_letter_from_no_topic_of_ours_is_refused() {
    var elsewhere =
        List.of(
            letter(1, new Place("attune.dead-letters", 0, 1), "{}"),
            letter(2, new Place("other", 0, 1), "{}"));

    RedrivePlan plan = plan(elsewhere, Set.of(), 0, 10);

    assertThat(plan.sent()).isEmpty();
    assertThat(plan.refused().get(Refused.NOT_WHOLE)).hasSize(2);
  }

  @Test
  void what_exceeds_the_limit_is_left() {
    var three =
        List.of(
            letter(1, new Place("attune.ratings", 0, 1), "{}"),
            letter(2, new Place("attune.ratings", 0, 2), "{}"),
            letter(3, new Place("attune.ratings", 0, 3), "{}"));

    RedrivePlan plan = plan(three, Set.of(), -1, 2);

    assertThat(plan.sent()).hasSize(2);
    assertThat(plan.left()).isEqualTo(1);
  }

  private static RedrivePlan plan(
      List<DeadLetter> letters, Set<Place> redriven, long lastUnderKey, int limit) {
    return RedrivePlan.of(letters, redriven, _ -> lastUnderKey, limit);
  }

  // A class file does not tell that the array itself may be null.
  @SuppressWarnings("NullAway")
  private static DeadLetter letter(long offset, Place origin, @Nullable String value) {
    return new DeadLetter(
        new Place("attune.dead-letters", 0, offset),
        origin,
        "unreadable",
        "scoring-service",
        0,
        "northside/E-1/S-1/srs/CLIENT/C-1".getBytes(StandardCharsets.UTF_8),
        value == null ? null : value.getBytes(StandardCharsets.UTF_8),
        List.of());
  }
}
