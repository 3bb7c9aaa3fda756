package dev.attune.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ExpectationStateTest {

  private static final Norms SRS = new Norms(36.0, 2.75, 2.25, 0.6, 1.5, 40.0);

  @Property
  void what_is_kept_brings_back_the_same_bits(
      @ForAll @Size(max = 30) java.util.List<@DoubleRange(min = 0, max = 40) Double> scores) {
    Expectation expectation = Expectation.of(SRS);
    for (double score : scores) {
      expectation = expectation.observe(score).next();
    }

    assertThat(Expectation.of(SRS, expectation.state())).isEqualTo(expectation);
    assertThat(expectation.state()).hasSizeLessThanOrEqualTo(64);
  }

  @Test
  void bytes_of_another_length_are_refused() {
    assertThatThrownBy(() -> Expectation.of(SRS, new byte[8])).hasMessageContaining("28 bytes");
  }

  @Test
  void after_a_reset_the_level_stays_and_is_less_certain() {
    Expectation settled = Expectation.of(SRS);
    for (int i = 0; i < 10; i++) {
      settled = settled.observe(30).next();
    }

    Expectation reset = settled.reset();

    assertThat(reset.predicted(11)).isEqualTo(settled.predicted(11));
    assertThat(reset.variance()).isCloseTo(settled.variance() + 2.75 * 2.75 / 2, within(1e-12));
    assertThat(reset.cusum()).isZero();
    assertThat(settled.cusum()).isPositive();
    assertThat(reset.observe(36).next().predicted(12))
        .as("learns faster")
        .isGreaterThan(settled.observe(36).next().predicted(12));
  }
}
