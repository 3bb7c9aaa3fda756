package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the shipped definitions make of worked examples. */
class VectorsTest {

  private static final Catalogue CATALOGUE = Definitions.catalogueWithPacks();

  static Stream<Vector> shipped() {
    return Vector.read("/vectors.yaml").stream();
  }

  static Stream<Vector> scalesOfScales() {
    return Vector.read("/vectors-of-scales.yaml").stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  void worked_example_of_a_shipped_instrument(Vector vector) {
    assertMeans(CATALOGUE.find(vector.of()).orElseThrow(), vector);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scalesOfScales")
  void worked_example_of_scales_of_scales(Vector vector) {
    assertMeans(Definitions.threeScales(), vector);
  }

  @Test
  void every_instrument_that_has_a_key_has_worked_examples() {
    Set<String> covered = shipped().map(Vector::of).collect(Collectors.toSet());

    assertThat(CATALOGUE.all())
        .filteredOn(one -> one.status() != Instrument.Status.CUSTOM_PACK_REQUIRED)
        .extracting(Instrument::id)
        .containsExactlyInAnyOrderElementsOf(covered);
  }

  private static void assertMeans(Instrument instrument, Vector vector) {
    Scored scored = vector.score(instrument);

    assertThat(scored.definition()).isEqualTo(instrument.version());
    assertThat(scored.state()).isEqualTo(vector.state());
    assertSame("pomp", scored.pomp(), vector.pomp());
    assertSame("t", scored.t(), vector.t());
    assertThat(scored.norms() == null).isEqualTo(vector.t() == null);
    for (Map.Entry<String, @Nullable BigDecimal> expected : vector.scores().entrySet()) {
      assertSame(expected.getKey(), valueOf(scored, expected.getKey()), expected.getValue());
    }
    assertThat(scored.flags().stream().map(VectorsTest::text))
        .containsExactlyElementsOf(vector.flags());
  }

  private static @Nullable BigDecimal valueOf(Scored scored, String scale) {
    List<ScaleResult> found =
        scored.scales().stream().filter(s -> s.scale().equals(scale)).toList();
    assertThat(found).as(scale).hasSize(1);
    return found.getFirst().value();
  }

  private static void assertSame(
      String name, @Nullable BigDecimal actual, @Nullable BigDecimal expected) {
    if (expected == null) {
      assertThat(actual).as(name).isNull();
    } else {
      assertThat(actual).as(name).isEqualByComparingTo(expected);
    }
  }

  private static String text(RaisedFlag flag) {
    return flag.item() == null ? flag.code() : flag.code() + "#" + flag.item();
  }
}
