package dev.attune.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.attune.systemtests.fixture.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each alert rests on numbers that exist, fires when it should, and leads to a runbook. */
class RulesTest {

  private static final Path FILE = Manifests.DIRECTORY.resolve("components/monitoring/rules.yaml");
  private static final Path RUNBOOKS = Root.path().resolve("docs/runbooks");
  private static final String BASE = "https://runbooks.clinic.example/attune/";

  /** Of Quarkus, Prometheus, Kubernetes and the operators, by their own documents. */
  private static final Set<String> OF_OTHERS =
      Set.of(
          "http_server_requests_seconds_count",
          "up",
          "kube_pod_status_ready",
          "kubelet_volume_stats_available_bytes",
          "kubelet_volume_stats_capacity_bytes",
          "strimzi_certificate_expiration_timestamp_ms",
          "cnpg_collector_up",
          "cnpg_pg_replication_streaming_replicas",
          "barman_cloud_cloudnative_pg_io_last_available_backup_timestamp");

  private static final Pattern METRIC =
      Pattern.compile(
          "\\b((?:attune|http|kube|kubelet|strimzi|cnpg|barman)_[a-z_]+|up)(?=[{\\[ )|\"]|$)");

  private final Path directory;

  RulesTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @BeforeEach
  void write_the_rules_as_prometheus_reads_them() throws IOException {
    var yaml = new ObjectMapper(new YAMLFactory());
    Files.writeString(
        directory.resolve("rules.yaml"),
        yaml.writeValueAsString(Manifests.documents(FILE).getFirst().path("spec")));
    try (var tests = RulesTest.class.getResourceAsStream("/operations/rules.test.yaml")) {
      Files.write(
          directory.resolve("rules.test.yaml"),
          java.util.Objects.requireNonNull(tests).readAllBytes());
    }
  }

  @Test
  void prometheus_takes_them() {
    assertThat(promtool("check", "rules", "rules.yaml")).contains("SUCCESS");
  }

  @Test
  void each_fires_when_it_should_and_not_otherwise() {
    assertThat(promtool("test", "rules", "rules.test.yaml")).contains("SUCCESS");
    Set<String> fires = new TreeSet<>();
    Set<String> keepsQuiet = new TreeSet<>();
    for (JsonNode test :
        Manifests.documents(directory.resolve("rules.test.yaml")).getFirst().path("tests")) {
      for (JsonNode expected : test.path("alert_rule_test")) {
        (expected.has("exp_alerts") ? fires : keepsQuiet).add(expected.path("alertname").asText());
      }
    }
    Set<String> alerts = new TreeSet<>();
    alerts().forEach(alert -> alerts.add(alert.path("alert").asText()));
    assertThat(fires).isEqualTo(alerts);
    assertThat(keepsQuiet).isEqualTo(alerts);
  }

  @Test
  void each_leads_to_a_runbook_and_says_whom_it_wakes() throws IOException {
    try (Stream<Path> files = Files.list(RUNBOOKS)) {
      List<String> runbooks = files.map(file -> file.getFileName().toString()).toList();
      assertThat(alerts())
          .isNotEmpty()
          .allSatisfy(alert -> {
            String url = alert.at("/annotations/runbook_url").asText();
            assertThat(url).startsWith(BASE);
            assertThat(runbooks).contains(url.substring(BASE.length()));
            assertThat(Files.readString(RUNBOOKS.resolve(url.substring(BASE.length()))))
                .as(url)
                .contains(alert.path("alert").asText());
            assertThat(alert.at("/labels/severity").asText()).isIn("page", "ticket");
            assertThat(alert.at("/annotations/summary").asText()).isNotEmpty();
          });
    }
  }

  @Test
  void each_number_is_one_that_the_code_or_an_operator_tells() {
    Set<String> meters = meters();
    var named = new TreeSet<String>();
    for (JsonNode rule : rules()) {
      METRIC.matcher(rule.path("expr").asText()).results().forEach(m -> named.add(m.group(1)));
    }
    assertThat(named)
        .isNotEmpty()
        .allSatisfy(metric ->
            assertThat(OF_OTHERS.contains(metric) || meters.contains(bare(metric)))
                .as(metric)
                .isTrue());
  }

  private String promtool(String... arguments) {
    Program promtool =
        Program.find("promtool")
            .orElseThrow(() -> Program.missing("promtool", "alert rules are not tried"));
    Program.Result result = promtool.run(directory, arguments);
    assertThat(result.exit()).as(result.out()).isZero();
    return result.out();
  }

  /** The names of the meters in the code, as Prometheus writes them, without their endings. */
  private static Set<String> meters() {
    Set<String> names =
        Code.of("intake-service", "scoring-service", "alert-service", "feedback-service", "streams")
            .all("\"(attune\\.[a-z.]+)\"");
    var meters = new TreeSet<String>();
    names.forEach(name -> meters.add(name.replace('.', '_')));
    return meters;
  }

  private static String bare(String metric) {
    return metric.replaceAll("_(total|seconds_(count|bucket|sum|max))$", "");
  }

  private static List<JsonNode> rules() {
    var rules = new ArrayList<JsonNode>();
    for (JsonNode group : Manifests.documents(FILE).getFirst().at("/spec/groups")) {
      group.path("rules").forEach(rules::add);
    }
    return rules;
  }

  private static List<JsonNode> alerts() {
    return rules().stream().filter(rule -> rule.has("alert")).toList();
  }
}
