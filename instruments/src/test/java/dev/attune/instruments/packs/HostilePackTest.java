package dev.attune.instruments.packs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.instruments.Catalogue;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a pack holds, it is taken whole or refused with the place and the reason. */
class HostilePackTest {

  private static final String DEFINITION = "clinic/instruments/week-glance.yaml";
  private static final int NO_INSTRUMENTS_MORE = Catalogue.shipped().all().size();

  @TempDir private Path directory;

  private PackFiles files;

  @BeforeEach
  void copyTheExample() {
    files = new PackFiles(directory).example("clinic");
  }

  @Test
  void document_that_grows_when_its_aliases_are_followed_is_refused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 30; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9) + "x"));
    }
    files.write(DEFINITION, bomb.toString());

    assertThat(refusal())
        .containsExactly(DEFINITION + ":1: /a0: is an anchor or an alias; write the value out");
  }

  @Test
  void anchor_that_holds_itself_is_refused() {
    files.write(DEFINITION, "id: x\nitems: &loop\n  - *loop\n");

    assertThat(refusal())
        .containsExactly(DEFINITION + ":2: /items: is an anchor or an alias; write the value out");
  }

  @Test
  void ten_megabytes_are_refused_unread() throws Exception {
    byte[] large = "#".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
    Files.write(directory.resolve(DEFINITION), large);

    assertThat(refusal()).containsExactly(DEFINITION + ": must be a file of at most 262144 bytes");
  }

  @Test
  void deep_nesting_is_refused() {
    files.write(DEFINITION, "[".repeat(40) + "]".repeat(40));

    assertThat(refusal())
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("is nested more than 16 deep"));
  }

  @Test
  void many_small_values_are_refused() {
    files.write(DEFINITION, "items: [" + "1,".repeat(30_000) + "1]");

    assertThat(refusal())
        .singleElement()
        .satisfies(fault -> assertThat(fault).contains("holds more than 20000 values"));
  }

  @Test
  void bytes_that_are_no_text_are_refused() throws Exception {
    Files.write(directory.resolve(DEFINITION), new byte[] {(byte) 0xC3, (byte) 0x28});

    assertThat(refusal()).containsExactly(DEFINITION + ": is not written in UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'id: week-glance'            | 'id: week-glance{nl}id: other'  | ':2: /id: stands twice'",
        "'value: 6'                   | 'value: 1e999999999'            | ': /cutoffs/0/value: is no decimal number of at most 20 digits'",
        "'value: 6'                   | 'value: 123456789012345678901'  | ': /cutoffs/0/value: is no decimal number of at most 20 digits'",
        "'value: 6'                   | 'value: .nan'                   | ': /cutoffs/0/value: is no decimal number of at most 20 digits'",
        "'value: 6'                   | 'value: 17'                     | ': /cutoffs/0/value: must lie within the scale'",
        "'version: \"1\"'             | 'version: 1'                    | ':2: /version: must be a text (in quotes where it looks like a number)'",
        "'id: week-glance'            | 'id: !!java.net.URL week-glance' | ':1: /id: has a tag; write the plain value'",
        "'id: week-glance'            | 'id: \"../srs\"'                | ':1: /id: must match ^[a-z][a-z0-9-]{1,31}$'",
        "'sources: []'                | 'sources: []{nl}colour: red'    | ': /colour: must not be here'",
        "'sources: []'                | 'sources: []{nl}---{nl}id: srs' | ': holds a second document'",
        "'sources: []'                | 'sources: ['                    | ': is no YAML: while parsing a flow node'",
        "'  min: 0'                   | '  min: 4'                      | ': /response: a response needs min < max and a step above 0'",
        "'  step: 1'                  | '  step: 3'                     | ': /response/step: must lead from min to max'",
        "'items: [1, 2, 3, 4]'        | 'items: [1, 2, 3, 5]'           | ': /scales/0/items/3: there is no item 5'",
        "'items: [1, 2, 3, 4]'        | 'items: [1, 2, 3]'              | ': /scales: item 4 counts in no scale; what is not scored stands in a block'",
        "'items: [1, 2, 3, 4]'        | 'items: [1, 2, 3, 3]'           | ': /scales/0/items: holds an entry twice, as number 3 and 4'",
        "'min_valid: 3'               | 'min_valid: 5'                  | ': /scales/0: scale total has 4 items, its min_valid is 5'",
        "'reverse: [3]'               | 'reverse: [9]'                  | ': /reverse/0: there is no item 9'",
        "'number: 2'                  | 'number: 3'                     | ': /items/1/number: must be 2'",
        "'id: company'                | 'id: rest'                      | ': /items/1/id: stands twice'",
        "'cutoff: hard}'              | 'cutoff: soft}'                 | ': /flags/0/when/cutoff: there is no such cut-off'",
        "'gate: OPEN, spdx: CC0-1.0,' | 'gate: KEY_ONLY,'               | ': /items/0/text: must not be here'",
        "'note: Invented.'            | 'source: nowhere'               | '/provenance/0/source: there is no such source'",
        "'agg: sum'                   | 'agg: t_mean'                   | ': /scales/0/items/0: item 1 needs a standard: the scale is one of standardised items'"
      })
  void definition_that_is_wrong_is_refused_with_place_and_reason(
      String passage, String by, String fault) {
    files.edit(DEFINITION, passage, by.replace("{nl}", "\n"));

    assertThat(refusal())
        .anySatisfy(one -> assertThat(one).startsWith(DEFINITION + ":").contains(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "norms/week-glance.yaml    | 'sd: 3'            | 'sd: 0'            | ':13: /norms/0/sd: must be above 0'",
        "norms/week-glance.yaml    | 'mean: 9'          | 'mean: 99'         | ': /norms/0/mean: must lie within the scale'",
        "norms/week-glance.yaml    | 'scale: total'     | 'scale: bond'      | ': /norms/0/scale: there is no such scale'",
        "norms/week-glance.yaml    | 'version: \"1\"{nl}norms' | 'version: \"2\"{nl}norms' | ': /version: is not the current one, which is 1'",
        "texts/week-glance-de.yaml | 'number: 4'        | 'number: 5'        | ':10: /items/3/number: there is no item 5'",
        "texts/week-glance-de.yaml | 'number: 4'        | 'number: 5'        | ': /items: item 4 has no text for CLIENT; a form is worded whole or not at all'",
        "texts/week-glance-de.yaml | 'language: de'     | 'language: en'     | ': /language: the wording in en is there already'",
        "texts/week-glance-de.yaml | 'language: de'     | 'language: German' | ': /language: must match ^[a-z]{2}$'",
        "texts/week-glance-de.yaml | 'permission: CC0-1.0, own translation' | '' | ': lacks permission'",
        "texts/week-glance-de.yaml | 'instrument: week-glance' | 'instrument: mmpi' | ': /instrument: is not in the catalogue'",
        "texts/week-glance-de.yaml | '{value: 4,'       | '{value: 9,'       | ': /anchors/1/value: is no answer that can be given'",
        "texts/week-glance-de.yaml | '{number: 4, text: {CLIENT:' | '{number: 4, text: {THERAPIST:' | ': /items/3/text/THERAPIST: the instrument is not made for it'",
        "examples/week-glance.yaml | 'total: 13'        | 'total: 12'        | ': /examples/0/scores/total: the definition makes it 13'",
        "examples/week-glance.yaml | '[HARD_WEEK]'      | '[]'               | ': /examples/1/flags: the definition raises [HARD_WEEK]'",
        "examples/week-glance.yaml | '[3, 4, 1, 3]'     | '[3, 4, 1, 5]'     | ': /examples/0/answers: are not legal for the instrument'",
        "pack.yaml                 | 'id: week-glance'  | 'name: x'          | ': lacks id'",
        "pack.yaml                 | 'licence: CC0-1.0' | 'overrides: [{instrument: srs, reason: out of habit}]' | ': /overrides/0: the pack replaces nothing of a shipped instrument of this name'"
      })
  void other_file_that_is_wrong_is_refused_with_place_and_reason(
      String file, String passage, String by, String fault) {
    files.edit(
        "clinic/" + file,
        passage.replace("{nl}", "\n"),
        by == null ? "" : by.replace("{nl}", "\n"));

    assertThat(refusal())
        .anySatisfy(one -> assertThat(one).startsWith("clinic/" + file + ":").contains(fault));
  }

  @Test
  void file_that_is_in_the_wrong_place_is_refused() {
    files.write("clinic/srs.yaml", "id: srs").write("clinic/texts/de.json", "{}");

    assertThat(refusal())
        .containsExactly(
            "clinic/srs.yaml: does not belong into a pack",
            "clinic/texts/de.json: does not belong into a pack: its name must end in .yaml");
  }

  @Test
  void folder_without_a_manifest_is_refused() {
    files.delete("clinic/pack.yaml");

    assertThat(refusal()).containsExactly("clinic/pack.yaml: is missing");
  }

  @Test
  void of_two_packs_that_define_the_same_neither_is_taken() {
    files.example("second").edit("second/pack.yaml", "id: week-glance", "id: second");

    Packs packs = files.read();

    assertThat(packs.installed()).isEmpty();
    assertThat(packs.refused()).containsOnlyKeys("clinic", "second");
    assertThat(packs.refused().get("second"))
        .extracting(PackFault::toString)
        .contains(
            "second/instruments/week-glance.yaml:1: /id: the definition of week-glance stands in"
                + " clinic/instruments/week-glance.yaml too");
  }

  @Test
  void pack_that_rests_on_a_refused_one_is_refused_too() {
    files
        .write("words/pack.yaml", "id: words\nversion: \"1\"\ntitle: Words alone\n")
        .write("words/texts/nl.yaml", files.text("clinic/texts/week-glance-de.yaml"))
        .edit("words/texts/nl.yaml", "language: de", "language: nl");
    assertThat(files.read().refused()).isEmpty();

    files.edit("clinic/examples/week-glance.yaml", "total: 13", "total: 12");

    assertThat(files.read().refused()).containsOnlyKeys("clinic", "words");
  }

  @Test
  void fault_is_one_line_whatever_the_file_holds() {
    files.edit(DEFINITION, "sources: []", "sources: []\n\"a\\nb\\u2028c\": 1");

    assertThat(refusal()).singleElement().satisfies(fault -> assertThat(fault.lines()).hasSize(1));
  }

  private List<String> refusal() {
    Packs packs = files.read();
    assertThat(packs.catalogue().all()).hasSize(NO_INSTRUMENTS_MORE);
    assertThat(packs.installed()).isEmpty();
    assertThat(packs.refused()).containsOnlyKeys("clinic");
    return packs.refused().getOrDefault("clinic", List.of()).stream()
        .map(PackFault::toString)
        .toList();
  }
}
