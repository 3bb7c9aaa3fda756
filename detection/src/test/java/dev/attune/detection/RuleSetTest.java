package dev.attune.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.detection.Rule.Weight;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleSetTest {

  private static final RuleSet SHIPPED = RuleSet.load("attune-default");

  @Test
  void the_shipped_rule_set_watches_the_alliance_as_the_client_rates_it() {
    assertThat(SHIPPED.track("srs", "CLIENT").orElseThrow().rules())
        .extracting(Rule::id)
        .containsExactly(
            "SRS-01", "SRS-02", "SRS-03", "SRS-04", "SRS-05", "SRS-06", "SRS-07", "SRS-08");
    assertThat(SHIPPED.track("srs", "THERAPIST")).isEmpty();
  }

  @Test
  void the_norms_of_the_srs_say_that_they_are_a_placeholder() {
    SeriesNorms norms = SHIPPED.norms("srs", "CLIENT").orElseThrow();

    assertThat(norms.values()).isEqualTo(new Norms(36.0, 2.75, 2.25, 0.6, 1.5, 40.0));
    assertThat(norms.provenance().grade()).isEqualTo(Provenance.Grade.SIMULATED);
    assertThat(norms.provenance().placeholder()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "1.27999, 5, ",
    "1.28, 5, INFO",
    "1.645, 5, AMBER",
    "2.49999, 5, AMBER",
    "2.5, 5, RED",
    "2.5, 1, AMBER",
    "2.5, 2, RED"
  })
  void a_drop_weighs_by_its_deviation_and_a_first_session_never_red(
      double z, int session, Weight weight) {
    assertThat(drop().level(z, session).map(Rule.Level::weight).orElse(null)).isEqualTo(weight);
  }

  @ParameterizedTest
  @CsvSource({"1.28, 0.14", "1.7, 0.23", "2.2, 0.39", "2.99, 0.66", "3.0, 0.93", "9, 0.93"})
  void a_stronger_sign_was_more_often_a_real_one(double z, BigDecimal real) {
    assertThat(drop().realAmongSuch(z)).contains(real);
  }

  private static Rule.SuddenDrop drop() {
    return (Rule.SuddenDrop) SHIPPED.track("srs", "CLIENT").orElseThrow().rules().getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sigma: 2.25 | sigma: -1 | norms[0].values: sigma must be a number above 0, was -1.0",
        "tau: 2.75 | tau: two | norms[0].values.tau: ",
        "cutOff: 36.0 | cutoff: 36.0 | tracks[0].rules[2]",
        "kind: low-item | kind: lowest-item | tracks[0].rules[3]",
        "id: SRS-05 | id: SRS-04 | tracks[0]: rules names SRS-04 twice",
        "z: 2.5, | z: 1.5, | tracks[0].rules[0]: levels must rise from one to the next",
        "real: 0.66 | real: 66 | tracks[0].rules[0].bands[3]: real must lie in 0 to 1, was 66",
        "within: 3 | within: 1 | tracks[0].repair: running must be 1 or more and within no less",
        "atLeast: 1.0 | atLeast: -1.0 | tracks[0].rules[4]: atLeast must be above 0, was -1.0",
        "version: `1.2.0` | version: | version is missing",
        "enough: 4.0 | enough: 0 | tracks[0].rules[1]: enough must be a number above 0, was 0.0",
        "weight: AMBER, z: | weight: PINK, z: | tracks[0].rules[0].levels[1].weight",
        "doubtBelow: 0.2 | doubtBelow: 2 | tracks[0].rules[5]: doubtBelow must lie in 0 to 1",
        "fromSession: 3 | fromSession: 0 | tracks[0].rules[5]: fromSession must be 1 or more",
        "runningWhileOpen: 1 | runningWhileOpen: 3 | rules[7]: running must be 3 or more, was 2",
        "baselineReset: OFFERED | baselineReset: NEVER | tracks[0].repair.baselineReset",
        "grade: EXPERT | grade: HEARSAY | tracks[0].rules[3].provenance.grade",
        "- instrument: srs | - instrument: ors | no norms for srs by CLIENT",
      })
  void a_fault_is_told_with_its_place(String right, String wrong, String told) throws IOException {
    String yaml = shippedText();
    String spoilt =
        yaml.replace('"', '`').replaceFirst(java.util.regex.Pattern.quote(right), wrong);
    assertThat(spoilt).isNotEqualTo(yaml.replace('"', '`'));

    assertThatThrownBy(() -> RuleSetFile.parse("clinic", spoilt.replace('`', '"')))
        .isInstanceOf(RuleSetFault.class)
        .hasMessageStartingWith("rule set clinic: ")
        .hasMessageContaining(told);
  }

  @ParameterizedTest
  @CsvSource({"no-such-set, none is shipped", "../secret, holds only"})
  void a_rule_set_that_is_not_there_is_told(String id, String told) {
    assertThatThrownBy(() -> RuleSet.load(id))
        .isInstanceOf(RuleSetFault.class)
        .hasMessageContaining(told);
  }

  @Test
  void what_is_no_yaml_is_told() {
    assertThatThrownBy(() -> RuleSetFile.parse("clinic", "id: [a, b"))
        .isInstanceOf(RuleSetFault.class);
    assertThatThrownBy(() -> RuleSetFile.parse("clinic", "")).isInstanceOf(RuleSetFault.class);
  }

  @Test
  void a_strain_that_nothing_would_close_is_refused() throws IOException {
    String yaml = shippedText();
    int repair = yaml.indexOf("    repair:");

    assertThatThrownBy(() -> RuleSetFile.parse("clinic", yaml.substring(0, repair)))
        .hasMessageContaining("tracks[0]: repair is missing for the family alliance-strain");
  }

  @Test
  void a_number_that_is_left_out_is_refused() throws IOException {
    String yaml = shippedText();

    assertThatThrownBy(
            () -> RuleSetFile.parse("clinic", yaml.replaceFirst("        enough: 4.0\n", "")))
        .isInstanceOf(RuleSetFault.class)
        .hasMessageContaining("tracks[0].rules[1]");
  }

  @Test
  void an_erosion_rule_and_the_bounds_without_norms_are_those_that_were_simulated() {
    var erosion = (StrainRule.Erosion) SHIPPED.track("srs", "CLIENT").orElseThrow().rules().get(1);

    assertThat(erosion.watch()).isEqualTo(ErosionWatch.DEFAULT);
  }

  private static String shippedText() throws IOException {
    try (var file = RuleSetTest.class.getResourceAsStream("/rule-sets/attune-default.yaml")) {
      if (file == null) {
        throw new IOException("the shipped rule set is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
