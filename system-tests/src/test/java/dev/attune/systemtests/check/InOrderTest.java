package dev.attune.systemtests.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Score;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
  private final List<Logged<Score>> ratings = Planted.scores();

  @Test
  void effects_in_the_order_of_their_causes_are_faultless() {
    assertThat(InOrder.breaches(ratings, ratings, Planted.PARTITIONS)).isEmpty();
  }

  @Test
  void two_swapped_in_ten_thousand_are_caught() {
    int place = 4_321;
    int next = nextInPartition(place);

    assertThat(
            InOrder.breaches(
                ratings,
                Planted.with(ratings, log -> Collections.swap(log, place, next)),
                Planted.PARTITIONS))
        .containsExactly(new Breach("out of order", ratings.get(place).key()));
  }

  @Test
  void an_episode_torn_to_another_partition_is_caught() {
    Logged<Score> right = ratings.get(7);
    var torn =
        new Logged<>((right.partition() + 1) % Planted.PARTITIONS, 7, right.key(), right.value());

    assertThat(
            InOrder.breaches(
                ratings, Planted.with(ratings, log -> log.set(7, torn)), Planted.PARTITIONS))
        .contains(new Breach("in another partition", right.key()));
  }

  @Test
  void an_amended_rating_does_not_change_the_order_of_first_scores() {
    assertThat(
            InOrder.breaches(
                Planted.with(ratings, log -> log.add(ratings.get(3))),
                Planted.with(ratings, log -> log.add(ratings.get(3))),
                Planted.PARTITIONS))
        .isEmpty();
  }

  private int nextInPartition(int place) {
    int next = place + 1;
    while (ratings.get(next).partition() != ratings.get(place).partition()) {
      next++;
    }
    return next;
  }
}
