package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** What holds for every instrument and all legal answers. */
class ScoringPropertiesTest {

  private static final List<Instrument> INSTRUMENTS =
      Stream.concat(Catalogue.shipped().all().stream(), Stream.of(Definitions.threeScales()))
          .toList();

  @Property
  void percent_of_maximum_lies_between_0_and_100(@ForAll("ratings") Given given) {
    assertThat(given.scored().scales())
        .allSatisfy(scale -> {
          if (scale.pomp() != null) {
            assertThat(scale.pomp()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
          }
        });
  }

  @Property
  void score_lies_in_the_range_of_its_scale(@ForAll("ratings") Given given) {
    assertThat(given.scored().scales())
        .allSatisfy(scale -> {
          Range range = given.instrument().range(scale.scale());
          if (scale.value() != null) {
            assertThat(scale.value()).isBetween(range.min(), range.max());
          }
        });
  }

  @Property
  void there_is_a_score_exactly_where_enough_is_answered(@ForAll("ratings") Given given) {
    assertThat(given.scored().scales())
        .allSatisfy(scale -> {
          assertThat(scale.value() == null).isEqualTo(scale.state() == Scored.State.INSUFFICIENT);
          assertThat(scale.missing() == 0).isEqualTo(scale.state() == Scored.State.COMPLETE);
        });
  }

  @Property
  void reversing_twice_gives_the_answers(@ForAll("ratings") Given given) {
    List<@Nullable BigDecimal> twice =
        Scoring.keyed(given.instrument(), Scoring.keyed(given.instrument(), given.answers()));

    for (int i = 0; i < twice.size(); i++) {
      BigDecimal before = given.answers().get(i);
      BigDecimal after = twice.get(i);
      assertThat(after == null).isEqualTo(before == null);
      if (before != null) {
        assertThat(after).isEqualByComparingTo(before);
      }
    }
  }

  @Property
  void order_of_answers_within_a_scale_does_not_matter(
      @ForAll("ratings") Given given, @ForAll Random random) {
    for (Scale scale : given.instrument().scales()) {
      if (scale.items().isEmpty()) {
        continue;
      }
      List<@Nullable BigDecimal> keyed = Scoring.keyed(given.instrument(), given.answers());
      List<Integer> shuffled = new ArrayList<>(scale.items());
      Collections.shuffle(shuffled, random);
      List<@Nullable BigDecimal> swapped = new ArrayList<>(keyed);
      for (int i = 0; i < shuffled.size(); i++) {
        swapped.set(scale.items().get(i) - 1, keyed.get(shuffled.get(i) - 1));
      }

      assertThat(Tally.ofItems(scale, given.instrument(), swapped).result())
          .isEqualTo(Tally.ofItems(scale, given.instrument(), keyed).result());
    }
  }

  @Property
  void better_answer_never_lowers_the_score(@ForAll("ratings") Given given, @ForAll Random random) {
    Response response = given.instrument().response();
    List<@Nullable BigDecimal> better = new ArrayList<>(given.answers());
    int item = random.nextInt(better.size());
    BigDecimal answer = better.get(item);
    if (answer == null || given.scored().total() == null) {
      return;
    }
    boolean reversed = given.instrument().reverse().contains(item + 1);
    better.set(item, reversed ? response.min() : response.max());

    assertThat(Scoring.score(given.instrument(), better).total())
        .isGreaterThanOrEqualTo(Objects.requireNonNull(given.scored().total()));
  }

  @Property
  void best_answers_give_100_percent_and_worst_answers_none(@ForAll("instruments") Instrument of) {
    Scored best = Scoring.score(of, keyedTo(of, of.response().max()));
    Scored worst = Scoring.score(of, keyedTo(of, of.response().min()));

    assertThat(best.scales())
        .allSatisfy(
            scale -> assertThat(scale.value()).isEqualByComparingTo(of.range(scale.scale()).max()))
        .allSatisfy(scale -> assertThat(scale.pomp()).isEqualByComparingTo("100"));
    assertThat(worst.scales())
        .allSatisfy(
            scale -> assertThat(scale.value()).isEqualByComparingTo(of.range(scale.scale()).min()))
        .allSatisfy(scale -> assertThat(scale.pomp()).isEqualByComparingTo("0"));
  }

  @Property
  void total_alone_means_the_same_as_its_answers(@ForAll("ratings") Given given) {
    BigDecimal total = given.scored().total();
    if (total == null || given.scored().state() != Scored.State.COMPLETE || !isExact(given)) {
      return;
    }

    Scored ofTotal = Scoring.ofTotals(given.instrument(), java.util.Map.of(Scale.TOTAL, total));

    assertThat(ofTotal.total()).isEqualByComparingTo(total);
    assertThat(ofTotal.pomp()).isEqualByComparingTo(Objects.requireNonNull(given.scored().pomp()));
    assertThat(ofTotal.t()).isEqualTo(given.scored().t());
  }

  @Property
  void how_a_number_is_written_does_not_change_the_score(@ForAll("ratings") Given given) {
    List<@Nullable BigDecimal> padded = new ArrayList<>();
    for (BigDecimal answer : given.answers()) {
      padded.add(answer == null ? null : answer.setScale(5));
    }

    assertThat(Scoring.score(given.instrument(), padded)).isEqualTo(given.scored());
  }

  /** The mean of seven scales does not fit two decimals, so its rounded total tells less. */
  private static boolean isExact(Given given) {
    return !given.instrument().id().equals("toms-open");
  }

  private static List<BigDecimal> keyedTo(Instrument instrument, BigDecimal keyed) {
    Response response = instrument.response();
    BigDecimal reversed = response.min().add(response.max()).subtract(keyed);
    return instrument.items().stream()
        .map(item -> instrument.reverse().contains(item.number()) ? reversed : keyed)
        .toList();
  }

  @Provide
  Arbitrary<Instrument> instruments() {
    return Arbitraries.of(INSTRUMENTS);
  }

  @Provide
  Arbitrary<Given> ratings() {
    return instruments()
        .flatMap(instrument ->
            answer(instrument.response())
                .injectNull(0.07)
                .list()
                .ofSize(instrument.items().size())
                .map(answers -> new Given(instrument, answers)));
  }

  private static Arbitrary<BigDecimal> answer(Response response) {
    int steps =
        response
            .max()
            .subtract(response.min())
            .divideToIntegralValue(response.step())
            .intValueExact();
    return Arbitraries.integers()
        .between(0, steps)
        .map(step -> response.min().add(response.step().multiply(BigDecimal.valueOf(step))));
  }

  record Given(Instrument instrument, List<@Nullable BigDecimal> answers) {
    Scored scored() {
      return Scoring.score(instrument, answers);
    }
  }
}
