package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the definitions that ship are whole and agree with themselves. */
class ShippedFilesTest {

  private static final Schema SCHEMA = schema();
  private static final Set<Aggregation> MEANS =
      Set.of(Aggregation.MEAN_OF_SCALES, Aggregation.WEIGHTED_MEAN_OF_SCALES);

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

  static Stream<Arguments> wordings() {
    String wording = "{CLIENT: {en: Words}}";
    String anchors = "anchors: [{value: 0, text: {en: Words}}]";
    String block =
        "blocks: [{id: b, label: {en: b}, asked: ALWAYS, perspectives: [CLIENT],"
            + " items: [{number: 5, id: e, label: {en: e}, %s}]}]%nreverse:";
    return Stream.of(
        arguments("\nitems:", "\nprompt: " + wording + "\nitems:"),
        arguments("id: overall,", "id: overall, text: " + wording + ","),
        arguments("step: 0.1,", "step: 0.1, " + anchors + ","),
        arguments("reverse:", block.formatted("text: " + wording)),
        arguments(
            "reverse:",
            block.formatted("response: {type: LIKERT, min: 0, max: 1, step: 1, " + anchors + "}")));
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void schema_refuses_wording_that_may_not_ship(String passage, String by) throws IOException {
    String open = read("srs-3.0.yaml").replace(passage, by);
    String gate = "gate: BLOCKED_ELECTRONIC";
    assertThat(open).contains(gate);

    assertThat(faults(open.replace(gate, "gate: OPEN\n  spdx: CC0-1.0"))).isEmpty();
    assertThat(faults(open)).isNotEmpty();
    assertThat(faults(open.replace(gate, "gate: KEY_ONLY"))).isNotEmpty();
    assertThat(faults(open.replace(gate, "gate: CUSTOM_PACK"))).isNotEmpty();
  }

  @Test
  void schema_wants_scales_where_there_is_a_key_and_slots_where_there_is_none() throws IOException {
    String closed = read("tbs-1989.yaml");

    assertThat(faults(closed.replace("CUSTOM_PACK_REQUIRED", "READY"))).isNotEmpty();
    assertThat(faults(read("srs-3.0.yaml").replace("READY", "CUSTOM_PACK_REQUIRED"))).isNotEmpty();
    assertThat(faults(closed.replaceAll("(?s)slots:.*cutoffs", "cutoffs"))).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {", line_mm: 100", "step: 0.1, ", "sd_of: srs-any", "reliability_kind: RETEST"})
  void schema_misses_what_has_to_be_there(String passage) throws IOException {
    String whole = read("srs-3.0.yaml");
    assertThat(whole).contains(passage);

    assertThat(faults(whole.replace(passage, ""))).isNotEmpty();
  }

  @Test
  void packs_of_a_deployer_have_the_same_form() {
    for (String pack : List.of("tbs", "casf", "vtas", "tasa")) {
      assertThat(faults(Definitions.text("/packs/" + pack + ".yaml"))).as(pack).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void items_are_numbered_in_order_and_every_one_counts(Instrument instrument) {
    List<Integer> numbers = instrument.items().stream().map(Item::number).toList();
    Set<Integer> counted = new HashSet<>();
    instrument.scales().forEach(scale -> counted.addAll(scale.items()));

    assertThat(instrument.everyItem())
        .extracting(Item::number)
        .isEqualTo(IntStream.rangeClosed(1, instrument.everyItem().size()).boxed().toList());
    assertThat(instrument.everyItem()).extracting(Item::number).containsAll(instrument.reverse());
    assertThat(instrument.everyItem()).extracting(Item::id).doesNotHaveDuplicates();
    assertThat(instrument.blocks())
        .allSatisfy(
            block -> assertThat(instrument.perspectives()).containsAll(block.perspectives()));
    if (instrument.scales().isEmpty()) {
      assertThat(instrument.status())
          .isIn(Instrument.Status.CUSTOM_PACK_REQUIRED, Instrument.Status.NOT_SCORED);
    } else {
      assertThat(counted).containsExactlyInAnyOrderElementsOf(numbers);
    }
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
          .isLessThanOrEqualTo(MEANS.contains(scale.agg()) ? 1 : Integer.MAX_VALUE);
      assertThat(scale.items().stream().map(number -> span(instrument, number)).distinct().count())
          .as("items of one scale have one range")
          .isLessThanOrEqualTo(scale.agg() == Aggregation.T_MEAN ? Integer.MAX_VALUE : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void slots_of_a_missing_key_hold_every_item_where_their_numbers_are_known(Instrument one) {
    List<Slot> parts = one.slots().stream().filter(slot -> !slot.id().equals(Scale.TOTAL)).toList();

    assertThat(one.slots()).extracting(Slot::id).doesNotHaveDuplicates();
    if (!parts.isEmpty() && parts.stream().allMatch(slot -> slot.items() != null)) {
      assertThat(parts.stream().mapToInt(slot -> Objects.requireNonNull(slot.items())).sum())
          .isEqualTo(one.items().size());
    }
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void crosswalk_names_an_item_of_the_long_form_for_every_item(Instrument instrument) {
    Crosswalk crosswalk = instrument.crosswalk();
    if (crosswalk == null) {
      return;
    }
    Instrument longForm = Definitions.shipped(crosswalk.from());

    assertThat(crosswalk.items()).hasSameSizeAs(instrument.items()).doesNotHaveDuplicates();
    assertThat(longForm.items()).extracting(Item::number).containsAll(crosswalk.items());
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void observers_have_a_plan_of_raters(Instrument instrument) {
    assertThat(instrument.raters() != null)
        .isEqualTo(instrument.perspectives().contains(Perspective.OBSERVER));
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void nothing_that_is_hardly_known_is_relied_on(Instrument instrument) {
    Set<String> placeholders = new HashSet<>();
    for (Norm norm : instrument.norms()) {
      if (isHardlyKnown(norm.provenance())) {
        assertThat(norm.grade()).as(norm.id()).isEqualTo(Norm.Grade.D);
        placeholders.add(norm.id());
      }
    }
    assertThat(instrument.reliableChange())
        .filteredOn(ReliableChange::adopted)
        .noneMatch(change -> isHardlyKnown(change.provenance()))
        .noneMatch(change -> change.sdOf() != null && placeholders.contains(change.sdOf()));
    assertThat(instrument.cutoffs()).noneMatch(cutoff -> isHardlyKnown(cutoff.provenance()));
  }

  private static List<BigDecimal> span(Instrument instrument, int number) {
    Range range = instrument.responseTo(instrument.items().get(number - 1)).range();
    return List.of(range.min(), range.max());
  }

  private static boolean isHardlyKnown(List<Provenance> provenance) {
    return provenance.stream().anyMatch(one -> one.code() == Provenance.Code.KNOWN_LOW);
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void every_reference_leads_somewhere(Instrument instrument) {
    List<String> scales = new ArrayList<>();
    instrument.cutoffs().forEach(cutoff -> scales.add(cutoff.scale()));
    instrument.reliableChange().forEach(change -> scales.add(change.scale()));
    instrument.norms().forEach(norm -> scales.add(norm.scale()));
    instrument.bands().forEach(band -> scales.add(band.scale()));
    List<String> cutoffs = new ArrayList<>();
    instrument.reliableChange().stream()
        .map(ReliableChange::cutoff)
        .filter(Objects::nonNull)
        .forEach(cutoffs::add);

    assertThat(instrument.scales()).extracting(Scale::id).containsAll(scales);
    assertThat(instrument.sources().stream().map(Source::key))
        .containsExactlyInAnyOrderElementsOf(citedSources(instrument));
    assertThat(instrument.cutoffs()).extracting(Cutoff::id).containsAll(cutoffs);
    assertThat(instrument.flags())
        .allSatisfy(flag -> assertLeadsSomewhere(instrument, flag.when()));
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
        Norm norm =
            instrument.norms().stream()
                .filter(one -> one.id().equals(change.sdOf()))
                .findFirst()
                .orElseThrow();
        assertThat(change.sd()).isEqualByComparingTo(Objects.requireNonNull(norm.sd()));
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
        .extracting(change -> List.of(change.scale(), change.perspectives(), change.ages()))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void wording_ships_whole_or_not_at_all(Instrument instrument) {
    boolean ships = !instrument.items().getFirst().text().isEmpty();
    for (Item item : instrument.items()) {
      assertThat(item.text().keySet()).isEqualTo(ships ? instrument.perspectives() : Set.of());
    }
    for (Block block : instrument.blocks()) {
      assertThat(block.items())
          .allSatisfy(item ->
              assertThat(item.text().keySet()).isEqualTo(ships ? block.perspectives() : Set.of()));
    }
  }

  private static void assertLeadsSomewhere(Instrument instrument, Condition condition) {
    switch (condition) {
      case Condition.BeyondCutoff when ->
          assertThat(instrument.cutoffs()).extracting(Cutoff::id).contains(when.cutoff());
      case Condition.OneItem when ->
          assertThat(instrument.everyItem()).extracting(Item::number).contains(when.item());
      case Condition.AnyItem when -> {
        assertThat(instrument.everyItem()).extracting(Item::number).containsAll(when.items());
        assertThat(instrument.response().range().contains(when.value())).isTrue();
      }
      case Condition.StraightLine when ->
          assertThat(when.minAnswers()).isBetween(2, instrument.items().size());
      case Condition.AtSession when -> assertThat(when.value()).isPositive();
      case Condition.AllOf all -> all.of().forEach(one -> assertLeadsSomewhere(instrument, one));
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
    instrument.slots().forEach(slot -> all.addAll(slot.provenance()));
    if (instrument.crosswalk() != null) {
      all.addAll(instrument.crosswalk().provenance());
    }
    if (instrument.segments() != null) {
      all.addAll(instrument.segments().provenance());
    }
    if (instrument.raters() != null) {
      all.addAll(instrument.raters().provenance());
    }
    Set<String> cited = new HashSet<>();
    for (Provenance provenance : all) {
      if (provenance.source() != null) {
        cited.add(provenance.source());
      }
    }
    return cited;
  }

  private static BigDecimal reliableChange(ReliableChange change) {
    boolean wide =
        new BigDecimal("0.95").compareTo(Objects.requireNonNull(change.confidence())) == 0;
    return JacobsonTruax.reliableChange(
        Objects.requireNonNull(change.sd()),
        Objects.requireNonNull(change.reliability()),
        wide ? JacobsonTruax.Confidence.NINETY_FIVE : JacobsonTruax.Confidence.NINETY);
  }

  private static List<Error> faults(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  private static Schema schema() {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(read("instrument.schema.json"));
  }

  private static String read(String file) {
    return Definitions.text("/instruments/" + file);
  }
}
