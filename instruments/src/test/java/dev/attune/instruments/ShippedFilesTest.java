package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the definitions that ship are whole and agree with themselves. */
class ShippedFilesTest {

  private static final Schema SCHEMA = schema();

  static List<String> files() throws IOException {
    return Catalogue.index();
  }

  static List<Instrument> instruments() {
    return Catalogue.shipped().all();
  }

  @Test
  void index_lists_the_files_of_the_folder() throws IOException, URISyntaxException {
    Path folder =
        Path.of(
                Objects.requireNonNull(Catalogue.class.getResource("/instruments/index.txt"))
                    .toURI())
            .resolveSibling("");
    try (Stream<Path> present = Files.list(folder)) {
      assertThat(files())
          .containsExactlyInAnyOrderElementsOf(
              present
                  .map(file -> file.getFileName().toString())
                  .filter(f -> f.endsWith(".yaml"))
                  .toList());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_has_the_form_that_the_schema_describes(String file) throws IOException {
    assertThat(faults(read(file))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("files")
  void file_is_named_after_what_it_defines(String file) throws IOException {
    Instrument instrument = Catalogue.reader().readValue(read(file));

    assertThat(file).isEqualTo(instrument.id() + "-" + instrument.version() + ".yaml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"total: 3", "gate: OPEN", "min_valid: 0", "code: S\n", "colour: red"})
  void schema_refuses_what_does_not_belong(String wrong) throws IOException {
    String right = read("srs-3.0.yaml");

    assertThat(faults(right + wrong.strip() + "\n")).isNotEmpty();
  }

  @Test
  void schema_refuses_wording_that_may_not_ship() throws IOException {
    String closed = read("phq9-2001.yaml").replace("gate: OPEN", "gate: KEY_ONLY");

    assertThat(faults(closed)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void items_are_numbered_in_order_and_every_one_counts(Instrument instrument) {
    List<Integer> numbers = instrument.items().stream().map(Item::number).toList();
    Set<Integer> counted = new HashSet<>();
    instrument.scales().forEach(scale -> counted.addAll(scale.items()));

    assertThat(numbers).isEqualTo(IntStream.rangeClosed(1, numbers.size()).boxed().toList());
    assertThat(counted).containsExactlyInAnyOrderElementsOf(numbers);
    assertThat(numbers).containsAll(instrument.reverse());
    assertThat(instrument.items()).extracting(Item::id).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void scales_stand_after_what_they_are_made_of(Instrument instrument) {
    Set<String> before = new HashSet<>();
    for (Scale scale : instrument.scales()) {
      assertThat(before).containsAll(scale.of());
      assertThat(before.add(scale.id())).as("%s is defined once", scale.id()).isTrue();
      assertThat(scale.of().stream().map(instrument::range).distinct().count())
          .as("scales whose mean is taken have one range")
          .isLessThanOrEqualTo(scale.agg() == Aggregation.MEAN_OF_SCALES ? 1 : Integer.MAX_VALUE);
    }
    assertThat(before).contains(Scale.TOTAL);
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void every_reference_leads_somewhere(Instrument instrument) {
    List<String> scales = new ArrayList<>();
    instrument.cutoffs().forEach(cutoff -> scales.add(cutoff.scale()));
    instrument.reliableChange().forEach(change -> scales.add(change.scale()));
    instrument.norms().forEach(norm -> scales.add(norm.scale()));
    instrument.bands().forEach(band -> scales.add(band.scale()));

    assertThat(instrument.scales()).extracting(Scale::id).containsAll(scales);
    assertThat(instrument.sources().stream().map(Source::key))
        .containsExactlyInAnyOrderElementsOf(citedSources(instrument));
    assertThat(instrument.flags()).allSatisfy(flag -> assertLeadsSomewhere(instrument, flag));
    assertThat(instrument.flags()).extracting(FlagRule::code).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void cut_offs_and_bands_lie_within_the_scale(Instrument instrument) {
    assertThat(instrument.cutoffs())
        .allSatisfy(cutoff ->
            assertThat(instrument.range(cutoff.scale()).contains(cutoff.value())).isTrue());
    assertThat(instrument.bands().stream().map(Band::from).toList())
        .isSorted()
        .allSatisfy(from -> assertThat(instrument.range(Scale.TOTAL).contains(from)).isTrue());
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void computed_reliable_change_follows_from_its_inputs(Instrument instrument) {
    for (ReliableChange change : instrument.reliableChange()) {
      if (change.sd() != null) {
        assertThat(change.points()).isEqualByComparingTo(reliableChange(change));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void one_norm_and_one_reliable_change_are_used_for_a_respondent(Instrument instrument) {
    assertThat(instrument.norms().stream().filter(Norm::reference))
        .extracting(norm -> List.of(norm.scale(), norm.perspective(), norm.ages()))
        .doesNotHaveDuplicates();
    assertThat(instrument.reliableChange().stream().filter(ReliableChange::adopted))
        .extracting(ReliableChange::scale)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void wording_ships_whole_or_not_at_all(Instrument instrument) {
    for (Item item : instrument.items()) {
      boolean ships = !instrument.items().getFirst().text().isEmpty();
      assertThat(item.text().keySet()).isEqualTo(ships ? instrument.perspectives() : Set.of());
    }
  }

  private static void assertLeadsSomewhere(Instrument instrument, FlagRule flag) {
    switch (flag.when()) {
      case Condition.BeyondCutoff when ->
          assertThat(instrument.cutoffs()).extracting(Cutoff::id).contains(when.cutoff());
      case Condition.OneItem when ->
          assertThat(when.item()).isBetween(1, instrument.items().size());
      case Condition.AnyItem when ->
          assertThat(when.value())
              .isBetween(instrument.response().min(), instrument.response().max());
      case Condition.StraightLine when ->
          assertThat(when.minAnswers()).isBetween(2, instrument.items().size());
    }
  }

  private static Set<String> citedSources(Instrument instrument) {
    List<Provenance> all = new ArrayList<>();
    instrument.scales().forEach(scale -> all.addAll(scale.provenance()));
    instrument.cutoffs().forEach(cutoff -> all.addAll(cutoff.provenance()));
    instrument.flags().forEach(flag -> all.addAll(flag.provenance()));
    instrument.reliableChange().forEach(change -> all.addAll(change.provenance()));
    instrument.norms().forEach(norm -> all.addAll(norm.provenance()));
    instrument.bands().forEach(band -> all.addAll(band.provenance()));
    Set<String> cited = new HashSet<>();
    for (Provenance provenance : all) {
      if (provenance.source() != null) {
        cited.add(provenance.source());
      }
    }
    return cited;
  }

  /** Jacobson and Truax (1991): z * SD * sqrt(2 * (1 - reliability)), two-sided. */
  private static BigDecimal reliableChange(ReliableChange change) {
    boolean wide =
        new BigDecimal("0.95").compareTo(Objects.requireNonNull(change.confidence())) == 0;
    BigDecimal z = new BigDecimal(wide ? "1.96" : "1.645");
    BigDecimal error = BigDecimal.ONE.subtract(Objects.requireNonNull(change.reliability()));
    BigDecimal root = error.multiply(BigDecimal.TWO).sqrt(MathContext.DECIMAL64);
    return z.multiply(Objects.requireNonNull(change.sd()))
        .multiply(root)
        .setScale(2, RoundingMode.HALF_UP);
  }

  private static List<Error> faults(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  private static Schema schema() {
    try (InputStream stream =
        Catalogue.class.getResourceAsStream("/instruments/instrument.schema.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(
              new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(String file) throws IOException {
    try (InputStream stream = Catalogue.class.getResourceAsStream("/instruments/" + file)) {
      return new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
