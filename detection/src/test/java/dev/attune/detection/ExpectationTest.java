package dev.attune.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExpectationTest {

  private static final Norms SRS = new Norms(36.0, 2.75, 2.25, 0.6, 1.5, 40.0);
  private static final Offset<Double> SIX_DECIMALS = within(0.5000001e-6);

  record Line(int session, double score, double predicted, double deviation, double z) {}

  record Series(String name, List<Line> lines) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Series> golden() {
    Map<String, List<Line>> series = new LinkedHashMap<>();
    try (var file = ExpectationTest.class.getResourceAsStream("/golden/expectation.txt")) {
      if (file == null) {
        throw new IllegalStateException("the golden values are missing");
      }
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", -1))
          .forEach(
              part -> series.computeIfAbsent(part[0], name -> new ArrayList<>()).add(line(part)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return series.entrySet().stream().map(e -> new Series(e.getKey(), e.getValue()));
  }

  private static Line line(String[] part) {
    return new Line(
        Integer.parseInt(part[1]),
        Double.parseDouble(part[2]),
        Double.parseDouble(part[3]),
        Double.parseDouble(part[4]),
        Double.parseDouble(part[5]));
  }

  @ParameterizedTest
  @MethodSource("golden")
  void every_golden_series_comes_out_to_6_decimals(Series series) {
    Expectation expectation = Expectation.of(SRS);
    for (Line line : series.lines()) {
      Observed observed = expectation.observe(line.session(), line.score());
      assertThat(observed.predicted()).as("predicted").isCloseTo(line.predicted(), SIX_DECIMALS);
      assertThat(observed.deviation()).as("deviation").isCloseTo(line.deviation(), SIX_DECIMALS);
      assertThat(observed.z()).as("z").isCloseTo(line.z(), SIX_DECIMALS);
      expectation = observed.next();
    }
  }

  @Test
  void all_golden_series_are_there() {
    assertThat(golden().map(series -> series.lines().size())).containsExactly(7, 6, 8, 3, 16);
  }

  @Test
  void the_cumulated_deviation_of_the_v_shape_comes_out_to_6_decimals() {
    assertThat(observe(36, 37, 38, 37, 30, 36, 38).map(Observed::cusum))
        .usingComparatorForType(
            (a, b) -> Math.abs(a - b) <= 0.5000001e-6 ? 0 : Double.compare(a, b), Double.class)
        .containsExactly(0.0, 0.0, 0.0, 0.0, 2.490394, 2.317557, 1.308925);
  }

  @Test
  void a_deviation_of_1_645_has_a_tail_of_five_in_a_hundred() {
    Expectation start = Expectation.of(SRS);
    double score = 36.0 - 1.6448536269514722 * start.deviation();

    assertThat(start.observe(1, score).tail()).isCloseTo(0.05, within(1e-12));
  }

  @Test
  void without_a_number_a_session_counts_as_the_next_one() {
    Expectation afterFive = Expectation.of(SRS).observe(5, 36).next();

    assertThat(afterFive.observe(30)).isEqualTo(afterFive.observe(6, 30));
  }

  @Test
  void a_score_at_the_ceiling_is_never_worse_than_expected() {
    List<Observed> always = observe(40, 40, 40, 40, 40, 40, 40, 40).toList();

    assertThat(always).allSatisfy(observed -> assertThat(observed.z()).isNotPositive());
    assertThat(always.getLast().predicted()).isGreaterThan(40);
  }

  @Property
  void no_series_of_scores_leads_to_an_impossible_expectation(
      @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 40) Double> scores) {
    for (Observed observed : observe(scores).toList()) {
      assertThat(observed.next().variance()).isFinite().isPositive();
      assertThat(observed.next().offset()).isFinite();
      assertThat(observed.cusum()).isNotNegative();
      assertThat(observed.tail()).isBetween(0.0, 1.0);
    }
  }

  @Property
  void a_lower_score_stands_out_more(
      @ForAll @Size(max = 20) List<@DoubleRange(min = 0, max = 40) Double> before,
      @ForAll @DoubleRange(min = 0, max = 40) double one,
      @ForAll @DoubleRange(min = 0, max = 40) double other) {
    Expectation expectation =
        observe(before).map(Observed::next).reduce((a, b) -> b).orElse(Expectation.of(SRS));

    assertThat(expectation.observe(Math.min(one, other)).z())
        .isGreaterThanOrEqualTo(expectation.observe(Math.max(one, other)).z());
  }

  @Test
  void what_is_no_score_or_no_session_is_refused() {
    Expectation start = Expectation.of(SRS);

    assertThatThrownBy(() -> start.observe(1, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> start.observe(0, 36)).hasMessageContaining("count from 1");
    assertThatThrownBy(() -> new Norms(36, 0, 2.25, 0.6, 1.5, 40)).hasMessageContaining("tau");
  }

  private static Stream<Observed> observe(double... scores) {
    return observe(java.util.Arrays.stream(scores).boxed().toList());
  }

  private static Stream<Observed> observe(List<Double> scores) {
    List<Observed> observed = new ArrayList<>();
    Expectation expectation = Expectation.of(SRS);
    for (double score : scores) {
      Observed next = expectation.observe(score);
      observed.add(next);
      expectation = next.next();
    }
    return observed.stream();
  }
}
