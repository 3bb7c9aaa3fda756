package dev.attune.detection;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema by which a clinic's own rule set can be checked before it is used. */
class RuleSetSchemaTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(text("rule-set.schema.json"), InputFormat.JSON);

  @ParameterizedTest
  @ValueSource(strings = {"attune-default", "openfit-compat", "research-strict"})
  void every_shipped_rule_set_has_its_form_and_loads(String id) throws IOException {
    assertThat(faults(text(id + ".yaml"))).isEmpty();
    assertThat(RuleSet.load(id).id()).isEqualTo(id);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sigma: 2.25 | sigma: -1",
        "cutOff: 36.0 | cutoff: 36.0",
        "kind: low-item | kind: lowest-item",
        "real: 0.66 | real: 66",
        "grade: EXPERT | grade: HEARSAY",
        "running: 2 | running: 0",
        "perspective: CLIENT | perspective: NEIGHBOUR",
        "baselineReset: OFFERED | baselineReset: NEVER"
      })
  void what_would_be_refused_when_read_has_not_its_form(String right, String wrong)
      throws IOException {
    String yaml = text("attune-default.yaml");
    assertThat(yaml).contains(right);

    assertThat(faults(yaml.replace(right, wrong))).isNotEmpty();
  }

  @Test
  void the_cut_offs_of_the_manuals_raise_no_alert_on_the_alliance() {
    assertThat(RuleSet.load("openfit-compat").track("srs", "CLIENT").orElseThrow().rules())
        .allSatisfy(rule -> assertThat(rule).isInstanceOf(Rule.Mark.class));
  }

  @Test
  void the_strict_rules_tell_of_strong_drops_alone() {
    var drop =
        (Rule.SuddenDrop)
            RuleSet.load("research-strict").track("srs", "CLIENT").orElseThrow().rules().getFirst();

    assertThat(drop.level(2.49, 5)).isEmpty();
    assertThat(drop.level(2.5, 5).map(Rule.Level::weight)).isEqualTo(Optional.of(Rule.Weight.RED));
  }

  private static List<Error> faults(String yaml) throws IOException {
    JsonNode tree = new YAMLMapper().readTree(yaml);
    return SCHEMA.validate(tree.toString(), InputFormat.JSON);
  }

  private static String text(String file) {
    try (InputStream in = RuleSetSchemaTest.class.getResourceAsStream("/rule-sets/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
