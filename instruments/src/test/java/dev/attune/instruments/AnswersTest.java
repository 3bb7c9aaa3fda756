package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers an instrument takes. */
class AnswersTest {

  private static final Instrument SRS = Definitions.shipped("srs");
  private static final Instrument PHQ9 = Definitions.shipped("phq9");

  @Test
  void answers_on_the_scale_have_no_faults() {
    assertThat(Answers.faults(SRS, answers("0", "10", "9.5", "0.1"))).isEmpty();
  }

  @Test
  void the_way_a_number_is_written_does_not_matter() {
    assertThat(Answers.faults(SRS, answers("1E1", "9.50", "0E-5", "0.1000"))).isEmpty();
    assertThat(Answers.faults(SRS, answers("9.5000000000000", "9.5000000000000000000", "0", "0")))
        .isEmpty();
  }

  @Test
  void unanswered_items_have_no_faults() {
    assertThat(Answers.faults(SRS, Arrays.asList(null, null, null, null))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 5, 10_000})
  void another_number_of_answers_is_one_fault(int count) {
    assertThat(Answers.faults(SRS, Collections.nCopies(count, BigDecimal.ONE)))
        .containsExactly(
            new Fault("/answers", "must hold 4 answers, null where not answered, held " + count));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "10.1", "9.55", "1000", "-0.0000001", "9.99999999999"})
  void answer_off_the_scale_is_a_fault_at_its_item(String answer) {
    assertThat(Answers.faults(SRS, answers("9", "9", answer, "9")))
        .containsExactly(
            new Fault("/answers/2", "must be null or lie between 0 and 10 in steps of 0.1"));
  }

  @Test
  void answers_may_go_on_with_those_to_the_blocks() {
    List<BigDecimal> items = answers("2", "2", "2", "2", "1", "2", "1", "1", "0");
    List<BigDecimal> withBlocks = new ArrayList<>(items);
    withBlocks.add(new BigDecimal("3"));

    assertThat(Answers.faults(PHQ9, items)).isEmpty();
    assertThat(Answers.faults(PHQ9, withBlocks)).isEmpty();
    assertThat(Answers.faults(PHQ9, items.subList(0, 8)))
        .containsExactly(
            new Fault(
                "/answers",
                "must hold 9 or, with its blocks, 10 answers, null where not answered, held 8"));
  }

  @Test
  void question_of_a_block_has_answers_of_its_own() {
    Instrument toms = Definitions.shipped("toms-open");
    List<@Nullable BigDecimal> answers =
        new ArrayList<>(Collections.<@Nullable BigDecimal>nCopies(25, null));
    answers.set(14, new BigDecimal("5"));
    answers.set(15, new BigDecimal("5"));

    assertThat(Answers.faults(toms, answers))
        .containsExactly(
            new Fault("/answers/14", "must be null or lie between 0 and 1 in steps of 1"));
  }

  @Test
  void answers_that_were_stored_reversed_are_turned_back() {
    Instrument core10 = Definitions.shipped("core10");
    List<BigDecimal> stored = answers("2", "2", "3", "2", "1", "0", "3", "2", "3", "1");
    List<BigDecimal> displayed = answers("2", "2", "1", "2", "1", "0", "3", "2", "3", "1");

    assertThat(Answers.asDisplayed(core10, stored, true)).isEqualTo(displayed);
    assertThat(Answers.asDisplayed(core10, displayed, false)).isEqualTo(displayed);
    assertThat(Scoring.score(core10, Answers.asDisplayed(core10, stored, true)).total())
        .isEqualByComparingTo("19");
  }

  static List<Instrument> instrumentsWithoutKey() {
    return Catalogue.shipped().all().stream()
        .filter(one -> one.status() == Instrument.Status.CUSTOM_PACK_REQUIRED)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("instrumentsWithoutKey")
  void without_its_key_an_instrument_is_refused_by_the_name_of_the_missing_pack(Instrument one) {
    String missing = "the pack with the key of " + one.id() + " " + one.version();
    List<@Nullable BigDecimal> answers = Collections.nCopies(one.items().size(), null);

    assertThat(Answers.faults(one, answers))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).startsWith(missing));
    assertThat(Answers.totalFaults(one, Map.of("total", BigDecimal.ONE)))
        .singleElement()
        .satisfies(fault -> assertThat(fault.message()).startsWith(missing));
    assertThatThrownBy(() -> Scoring.score(one, answers))
        .isInstanceOf(KeyMissing.class)
        .hasMessageStartingWith(missing);
    assertThatThrownBy(() -> Scoring.ofTotals(one, Map.of("total", BigDecimal.ONE)))
        .isInstanceOf(KeyMissing.class)
        .hasMessageContaining("it has to define");
  }

  @Test
  void instrument_that_is_not_scored_takes_no_scores() {
    assertThat(Answers.totalFaults(Definitions.shipped("ycsrs"), Map.of("total", BigDecimal.ONE)))
        .containsExactly(new Fault("/scores", "must not be there: the instrument has no scores"));
  }

  @Test
  void every_item_has_its_own_fault() {
    List<BigDecimal> answers = answers("1.5", "0", "4", "3", "-1", "0", "0", "0", "2");

    assertThat(Answers.faults(PHQ9, answers))
        .extracting(Fault::pointer)
        .containsExactly("/answers/0", "/answers/2", "/answers/4");
  }

  static Stream<BigDecimal> hostileNumbers() {
    return Stream.of(
        new BigDecimal("1e999999999"),
        new BigDecimal("-1e999999999"),
        new BigDecimal("1e-999999999"),
        new BigDecimal("0e999999999"),
        new BigDecimal(BigInteger.ONE, Integer.MIN_VALUE),
        new BigDecimal(BigInteger.ONE, Integer.MAX_VALUE),
        new BigDecimal(BigInteger.ONE.shiftLeft(33_000)),
        new BigDecimal(BigInteger.ONE.shiftLeft(33_000), 9_934),
        new BigDecimal(BigInteger.TEN.pow(10_000), 9_999),
        new BigDecimal(BigInteger.valueOf(95), 10_000));
  }

  /** Expanding one of these would need gigabytes or minutes: the test ends because none is. */
  @ParameterizedTest(name = "number {index}")
  @MethodSource("hostileNumbers")
  void number_that_would_be_costly_to_expand_is_refused_unexpanded(BigDecimal hostile) {
    assertThat(Answers.faults(SRS, Arrays.asList(hostile, null, null, null)))
        .extracting(Fault::pointer)
        .containsExactly("/answers/0");
    assertThat(Answers.totalFaults(SRS, Map.of("total", hostile)))
        .extracting(Fault::pointer)
        .containsExactly("/scores/total");
  }

  @Test
  void message_repeats_no_answer() {
    assertThat(Answers.faults(SRS, answers("9", "77.77", "9", "9")))
        .allSatisfy(fault -> assertThat(fault.message()).doesNotContain("77"));
  }

  @Test
  void answers_with_faults_are_not_scored() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scoring.score(SRS, answers("9", "77.77", "9", "9")))
        .withMessageNotContaining("77");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "40", "37.1", "24.666667", "4E1"})
  void total_in_range_has_no_faults(String total) {
    Map<String, BigDecimal> totals = Map.of("total", new BigDecimal(total));

    assertThat(Answers.totalFaults(SRS, totals)).isEmpty();
    assertThatNoException().isThrownBy(() -> Scoring.ofTotals(SRS, totals));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0.1", "40.1", "1.2345678"})
  void total_out_of_range_is_a_fault(String total) {
    assertThat(Answers.totalFaults(SRS, Map.of("total", new BigDecimal(total))))
        .containsExactly(
            new Fault("/scores/total", "must lie between 0 and 40 with at most 6 decimals"));
  }

  @Test
  void missing_total_is_a_fault() {
    Map<String, @Nullable BigDecimal> totals = Collections.singletonMap("total", null);

    assertThat(Answers.totalFaults(SRS, totals))
        .extracting(Fault::pointer)
        .containsExactly("/scores/total");
  }

  @Test
  void scale_that_the_instrument_lacks_is_a_fault_that_does_not_repeat_it() {
    assertThat(Answers.totalFaults(SRS, Map.of("Jane Doe", BigDecimal.ONE)))
        .containsExactly(new Fault("/scores", "must hold only total"));
  }

  @Test
  void no_scores_at_all_are_a_fault() {
    assertThat(Answers.totalFaults(SRS, Map.of()))
        .containsExactly(new Fault("/scores", "must hold at least one of total"));
  }

  private static List<BigDecimal> answers(String... answers) {
    return Stream.of(answers).map(BigDecimal::new).toList();
  }
}
