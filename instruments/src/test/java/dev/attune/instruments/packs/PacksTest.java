package dev.attune.instruments.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.instruments.Catalogue;
import dev.attune.instruments.FormGate;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.Respondent;
import dev.attune.instruments.Scored;
import dev.attune.instruments.Scoring;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sound packs add to the catalogue. */
class PacksTest {

  private static final String MANIFEST = "id: site\nversion: \"1\"\ntitle: Of the site\n";
  private static final String REASON =
      "overrides: [{instrument: %s, reason: our own sample says so}]\n";

  @TempDir private Path directory;

  private PackFiles files;

  @BeforeEach
  void begin() {
    files = new PackFiles(directory);
  }

  @Test
  void pack_of_the_documents_is_sound() {
    Packs packs = Packs.read(PackFiles.DOCUMENTED);

    assertThat(packs.refused()).isEmpty();
    assertThat(packs.installed()).containsExactly(Map.entry("week-glance", "1"));
    Instrument instrument = packs.catalogue().find("week-glance").orElseThrow();
    assertThat(instrument.languages(Perspective.CLIENT)).containsExactly("en", "de");
    assertThat(instrument.response().anchors().getFirst().text()).containsKeys("en", "de");
    assertThat(instrument.norms()).hasSize(1);
    assertThat(Scoring.score(instrument, numbers(1, 1, 4, 1)).total()).isEqualByComparingTo("3");
  }

  @Test
  void single_pack_is_read_as_well() {
    assertThat(Packs.read(PackFiles.DOCUMENTED.resolve("week-glance")).installed())
        .containsOnlyKeys("week-glance");
  }

  @Test
  void without_packs_there_is_what_ships() {
    assertThat(files.read().catalogue().all()).isEqualTo(Packs.none().catalogue().all());
    assertThat(files.read().refused()).isEmpty();
  }

  @Test
  void directory_that_is_not_there_is_a_visible_fault_and_nothing_else() {
    Packs packs = Packs.read(directory.resolve("gone"));

    assertThat(packs.refused().get("gone"))
        .extracting(PackFault::toString)
        .containsExactly("gone: cannot be read (NoSuchFileException)");
    assertThat(packs.catalogue().all()).hasSameSizeAs(Catalogue.shipped().all());
  }

  @Test
  void sound_pack_is_taken_beside_a_wrong_one() {
    files.example("good").example("bad").delete("bad/pack.yaml");

    Packs packs = files.read();

    assertThat(packs.installed()).containsOnlyKeys("good");
    assertThat(packs.refused()).containsOnlyKeys("bad");
    assertThat(packs.states())
        .containsExactly(
            Map.entry("bad", "refused, faults: 1, first: bad/pack.yaml: is missing"),
            Map.entry("good", "version 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"casf", "tasa", "vtas"})
  void key_that_does_not_ship_is_supplied(String id) {
    String definition = illustration(id);
    files.write("site/pack.yaml", MANIFEST).write("site/instruments/" + id + ".yaml", definition);

    Packs packs = files.read();

    assertThat(packs.refused()).isEmpty();
    Instrument instrument = packs.catalogue().find(id).orElseThrow();
    Scored scored =
        Scoring.score(
            instrument,
            numbers(IntStream.generate(() -> 3).limit(instrument.items().size()).toArray()),
            new Respondent(
                instrument.perspectives().iterator().next(), Respondent.ADULT_CLIENT.client()));
    assertThat(scored.definition()).isEqualTo("illustrative");
    assertThat(scored.total()).isNotNull();
    assertThat(packs.catalogue().all()).hasSameSizeAs(Catalogue.shipped().all());
  }

  @Test
  void key_that_lacks_a_known_scale_is_refused() {
    files
        .write("site/pack.yaml", MANIFEST)
        .write(
            "site/instruments/tasa.yaml",
            illustration("tasa").replace("id: task,", "id: tasks,").replace("task]", "tasks]"));

    assertThat(faults())
        .containsExactly("site/instruments/tasa.yaml:15: /scales: lacks scale task");
  }

  @Test
  void shipped_key_is_replaced_only_with_a_reason_and_under_another_version() {
    String definition = shipped("srs-3.0.yaml");
    files.write("site/pack.yaml", MANIFEST).write("site/instruments/srs.yaml", definition);
    assertThat(faults())
        .containsExactly(
            "site/instruments/srs.yaml:1: /id: ships with Attune; whoever replaces its key says so"
                + " in overrides, with a reason",
            "site/instruments/srs.yaml:2: /version: must be another than the shipped one, as"
                + " scores name it");

    files
        .write("site/pack.yaml", MANIFEST + REASON.formatted("srs"))
        .write("site/instruments/srs.yaml", definition.replace("\"3.0\"", "site-1"));

    Catalogue catalogue = files.read().catalogue();
    assertThat(catalogue.find("srs").orElseThrow().version()).isEqualTo("site-1");
    assertThat(catalogue.find("srs", "3.0")).isPresent();
  }

  @Test
  void norm_of_the_site_carries_the_t_score_and_is_named_in_it() {
    files.write("site/pack.yaml", MANIFEST).write("site/norms/srs.yaml", norm("srs", "3.0", "32"));

    Instrument srs = files.read().catalogue().find("srs").orElseThrow();
    Scored scored = Scoring.ofTotals(srs, Map.of("total", BigDecimal.valueOf(37)));

    assertThat(scored.t()).isEqualByComparingTo("60");
    assertThat(scored.norms()).isEqualTo("site-adults@2026");
    assertThat(scored.definition()).isEqualTo("3.0");
  }

  @Test
  void norm_that_carries_t_scores_is_replaced_only_with_a_reason() {
    files
        .write("site/pack.yaml", MANIFEST)
        .write("site/norms/phq9.yaml", norm("phq9", "2001", "12"));
    assertThat(faults())
        .containsExactly(
            "site/norms/phq9.yaml:10: /norms/0/reference: T scores rest on phq9-nhs; whoever"
                + " replaces it says so in overrides, with a reason");

    files.write("site/pack.yaml", MANIFEST + REASON.formatted("phq9"));

    Instrument phq9 = files.read().catalogue().find("phq9").orElseThrow();
    assertThat(Scoring.ofTotals(phq9, Map.of("total", BigDecimal.TEN)).norms())
        .isEqualTo("site-adults@2026");
  }

  @Test
  void wording_of_a_licensed_site_and_its_licence_open_the_form() {
    files
        .write("site/pack.yaml", MANIFEST)
        .write(
            "site/texts/srs.yaml",
            """
            instrument: srs
            version: "3.0"
            language: en
            permission: Group licence 4711 of the holder
            items:
              - {number: 1, text: {CLIENT: words for tests}}
              - {number: 2, text: {CLIENT: words for tests}}
              - {number: 3, text: {CLIENT: words for tests}}
              - {number: 4, text: {CLIENT: words for tests}}
            """)
        .write(
            "site/licences/srs.yaml",
            """
            instrument: srs
            number: "4711"
            licensor: the holder
            licensee: the clinic
            electronic: true
            tenants: [northside]
            from: 2026-01-01
            until: 2026-12-31
            """);

    Packs packs = files.read();

    assertThat(packs.refused()).isEmpty();
    Instrument srs = packs.catalogue().find("srs").orElseThrow();
    LocalDate day = LocalDate.of(2026, 11, 2);
    assertThat(FormGate.decide(srs, packs.licences(), "northside", day))
        .isEqualTo(new FormGate.Open(Map.of(Perspective.CLIENT, Set.of("en"))));
    assertThat(FormGate.decide(srs, packs.licences(), "southside", day))
        .isInstanceOf(FormGate.Closed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "2025-12-31"})
  void licence_that_ends_on_no_day_or_before_it_begins_is_refused(String until) {
    files
        .write("site/pack.yaml", MANIFEST)
        .write(
            "site/licences/srs.yaml",
            "{instrument: srs, number: a, licensor: bb, licensee: cc, electronic: true,"
                + " from: 2026-01-01, until: "
                + until
                + "}");

    assertThat(faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault).startsWith("site/licences/srs.yaml:1: "));
  }

  @Test
  void hidden_files_and_notes_are_passed_over() {
    files.example("clinic").write("clinic/.git/x", "x").write("clinic/README.md", "# x");

    assertThat(files.read().refused()).isEmpty();
  }

  private List<String> faults() {
    return Objects.requireNonNull(files.read().refused().get("site")).stream()
        .map(PackFault::toString)
        .toList();
  }

  private static String norm(String instrument, String version, String mean) {
    return """
    instrument: %s
    version: "%s"
    norms:
      - id: site-adults
        version: "2026"
        scale: total
        perspective: CLIENT
        ages: ADULT
        population: adults who begin a treatment here
        reference: true
        n: 312
        mean: %s
        sd: 5
        grade: A
        provenance: [{code: E, note: own sample}]
    """
        .formatted(instrument, version, mean);
  }

  private static String illustration(String id) {
    return resource("/packs/" + id + ".yaml");
  }

  private static String shipped(String file) {
    return resource("/instruments/" + file);
  }

  private static String resource(String name) {
    try {
      return Files.readString(
          Path.of(Objects.requireNonNull(PacksTest.class.getResource(name)).getPath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<BigDecimal> numbers(int... answers) {
    return IntStream.of(answers).mapToObj(BigDecimal::valueOf).toList();
  }
}
