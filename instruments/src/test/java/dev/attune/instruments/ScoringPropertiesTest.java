package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds for every instrument and all legal answers. */
class ScoringPropertiesTest {

  private static final Instrument THREE = Definitions.threeScales();

  private static final List<Instrument> INSTRUMENTS =
      Stream.concat(Definitions.catalogueWithPacks().all().stream(), Stream.of(THREE))
          .filter(one -> one.status() != Instrument.Status.CUSTOM_PACK_REQUIRED)
          .toList();

  private static final List<Instrument> SCORED =
      INSTRUMENTS.stream().filter(one -> !one.scales().isEmpty()).toList();

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
        Keyed.turned(given.instrument(), Keyed.turned(given.instrument(), given.answers()));

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
      Keyed keyed = Keyed.of(given.instrument(), given.answers());
      List<Integer> shuffled = new ArrayList<>(scale.items());
      Collections.shuffle(shuffled, random);
      List<@Nullable BigDecimal> swapped = new ArrayList<>(keyed.values());
      for (int i = 0; i < shuffled.size(); i++) {
        swapped.set(scale.items().get(i) - 1, keyed.value(shuffled.get(i)));
      }

      assertThat(
              Tally.ofItems(scale, given.instrument(), new Keyed(swapped, keyed.parts())).result())
          .isEqualTo(Tally.ofItems(scale, given.instrument(), keyed).result());
    }
  }

  @Property
  void better_answer_never_lowers_the_score(@ForAll("ratings") Given given, @ForAll Random random) {
    List<@Nullable BigDecimal> better = new ArrayList<>(given.answers());
    int item = random.nextInt(better.size());
    Instrument instrument = given.instrument();
    Range range = instrument.responseTo(instrument.everyItem().get(item)).range();
    BigDecimal answer = better.get(item);
    if (answer == null || given.scored().total() == null) {
      return;
    }
    boolean reversed = given.instrument().reverse().contains(item + 1);
    better.set(item, reversed ? range.min() : range.max());

    assertThat(Scoring.score(given.instrument(), better).total())
        .isGreaterThanOrEqualTo(Objects.requireNonNull(given.scored().total()));
  }

  @Property
  void best_answers_give_100_percent_and_worst_answers_none(@ForAll("withPercent") Instrument of) {
    Scored best = Scoring.score(of, keyedTo(of, of.response().range().max()));
    Scored worst = Scoring.score(of, keyedTo(of, of.response().range().min()));

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

    Scored ofTotal = Scoring.ofTotals(given.instrument(), Map.of(Scale.TOTAL, total));

    assertThat(ofTotal.total()).isEqualByComparingTo(total);
    assertThat(ofTotal.pomp()).isEqualTo(given.scored().pomp());
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

  /** A mean, say of seven scales, may not fit two decimals: its rounded total tells less. */
  private static boolean isExact(Given given) {
    BigDecimal total = given.scored().total();
    Map<String, Tally> exact = new LinkedHashMap<>();
    Keyed keyed = Keyed.of(given.instrument(), given.answers());
    for (Scale scale : given.instrument().scales()) {
      List<Tally> parts =
          scale.of().stream().map(id -> Objects.requireNonNull(exact.get(id))).toList();
      exact.put(
          scale.id(),
          scale.agg().ofScales()
              ? Tally.ofScales(scale, given.instrument(), parts)
              : Tally.ofItems(scale, given.instrument(), keyed));
    }
    Ratio ratio = Objects.requireNonNull(exact.get(Scale.TOTAL)).value();
    return total != null && ratio != null && ratio.rounded(9).compareTo(total) == 0;
  }

  private static List<BigDecimal> keyedTo(Instrument instrument, BigDecimal keyed) {
    BigDecimal reversed = instrument.response().range().mirror(keyed);
    return instrument.items().stream()
        .map(item -> instrument.reverse().contains(item.number()) ? reversed : keyed)
        .toList();
  }

  @Property
  void prorated_score_is_the_complete_one_where_the_missing_answer_is_the_mean(
      @ForAll("prorated") Prorated given) {
    Instrument instrument = given.instrument();
    Scale scale = given.scale();
    List<@Nullable BigDecimal> keyed =
        new ArrayList<>(Collections.nCopies(instrument.items().size(), (BigDecimal) null));
    scale.items().forEach(item -> keyed.set(item - 1, given.answer()));
    Tally complete = Tally.ofItems(scale, instrument, new Keyed(keyed, BigDecimal.ONE));
    keyed.set(scale.items().get(given.missing()) - 1, null);
    Tally prorated = Tally.ofItems(scale, instrument, new Keyed(keyed, BigDecimal.ONE));

    assertThat(prorated.result().value()).isEqualTo(complete.result().value());
    assertThat(prorated.result().pomp()).isEqualTo(complete.result().pomp());
    assertThat(prorated.state()).isEqualTo(Scored.State.PRORATED);
  }

  @Property
  void percent_of_maximum_grows_with_the_score(
      @ForAll("ratings") Given one, @ForAll Random random) {
    List<@Nullable BigDecimal> shuffled = new ArrayList<>(one.answers());
    Collections.shuffle(shuffled, random);
    if (!Answers.faults(one.instrument(), shuffled).isEmpty()) {
      return;
    }
    Scored other = Scoring.score(one.instrument(), shuffled);
    BigDecimal total = one.scored().total();
    BigDecimal pomp = one.scored().pomp();
    if (total != null && other.total() != null && pomp != null && other.pomp() != null) {
      int byTotal = total.compareTo(other.total());
      assertThat(pomp.compareTo(other.pomp()) * byTotal).isNotNegative();
    }
  }

  @Property
  void raters_who_agree_score_what_one_of_them_scores(
      @ForAll("ratings") Given given, @ForAll @IntRange(min = 1, max = 7) int raters) {
    Scored together =
        Scoring.ofRaters(
            given.instrument(),
            Collections.nCopies(raters, given.answers()),
            Respondent.ADULT_CLIENT);

    assertThat(together.scales()).isEqualTo(given.scored().scales());
    assertThat(together.t()).isEqualTo(given.scored().t());
  }

  @Property
  void stored_reversed_or_as_displayed_answers_mean_the_same(@ForAll("ratings") Given given) {
    List<@Nullable BigDecimal> stored = Keyed.turned(given.instrument(), given.answers());

    assertThat(
            Scoring.score(
                given.instrument(), Answers.asDisplayed(given.instrument(), stored, true)))
        .isEqualTo(given.scored());
  }

  record Prorated(Instrument instrument, Scale scale, BigDecimal answer, int missing) {}

  @Provide
  Arbitrary<Prorated> prorated() {
    return Arbitraries.of(SCORED)
        .flatMap(instrument -> {
          List<Scale> some =
              instrument.scales().stream()
                  .filter(s -> s.agg() != Aggregation.T_MEAN)
                  .filter(s -> !s.agg().ofScales() && s.minValid() < s.items().size())
                  .toList();
          return some.isEmpty()
              ? Arbitraries.just(new Prorated(THREE, THREE.scales().getFirst(), BigDecimal.TWO, 0))
              : Arbitraries.of(some)
                  .flatMap(scale ->
                      Combinators.combine(
                              answer(
                                  instrument.responseTo(
                                      instrument.items().get(scale.items().getFirst() - 1))),
                              Arbitraries.integers().between(0, scale.items().size() - 1))
                          .as((answer, at) -> new Prorated(instrument, scale, answer, at)));
        });
  }

  @Provide
  Arbitrary<Instrument> instruments() {
    return Arbitraries.of(INSTRUMENTS);
  }

  @Provide
  Arbitrary<Instrument> withPercent() {
    return Arbitraries.of(SCORED).filter(one -> one.response().type() != Response.Type.MIXED);
  }

  @Provide
  Arbitrary<Given> ratings() {
    return instruments().flatMap(ScoringPropertiesTest::given);
  }

  /** Half of them with answers to the blocks. */
  private static Arbitrary<Given> given(Instrument instrument) {
    List<Item> every = instrument.everyItem();
    return Arbitraries.of(instrument.items().size(), every.size())
        .flatMap(count ->
            Combinators.combine(
                    every.subList(0, count).stream()
                        .map(item -> maybe(instrument.responseTo(item)))
                        .toList())
                .as(answers -> new Given(instrument, withoutEmpty(answers))));
  }

  private static Arbitrary<Optional<BigDecimal>> maybe(Response response) {
    return Arbitraries.frequencyOf(
        Tuple.of(13, answer(response).map(Optional::of)),
        Tuple.of(1, Arbitraries.just(Optional.empty())));
  }

  private static List<@Nullable BigDecimal> withoutEmpty(List<Optional<BigDecimal>> answers) {
    List<@Nullable BigDecimal> some = new ArrayList<>();
    answers.forEach(answer -> some.add(answer.orElse(null)));
    return some;
  }

  private static Arbitrary<BigDecimal> answer(Response response) {
    Range range = response.range();
    BigDecimal step = Objects.requireNonNull(response.step());
    return Arbitraries.integers()
        .between(0, range.width().divideToIntegralValue(step).intValueExact())
        .map(count -> range.min().add(step.multiply(BigDecimal.valueOf(count))));
  }

  record Given(Instrument instrument, List<@Nullable BigDecimal> answers) {
    Scored scored() {
      return Scoring.score(instrument, answers);
    }
  }
}
