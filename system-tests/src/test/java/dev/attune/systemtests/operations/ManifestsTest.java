package dev.attune.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Stage;
import dev.attune.contracts.Topic;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each overlay, rendered, holds nothing that the code does not know, and nothing unguarded. */
class ManifestsTest {

  private static final Map<String, Integer> PORTS =
      Map.of(
          "intake-service", 8081,
          "scoring-service", 8082,
          "alert-service", 8083,
          "feedback-service", 8084);

  /** What the operators put into the secrets that they make, and who makes the others. */
  private static final Map<String, Set<String>> SECRETS =
      Map.of(
          "attune-cluster-ca-cert", Set.of("ca.crt", "ca.p12", "ca.password"),
          "attune-db-ca", Set.of("ca.crt"),
          "attune-db-app", Set.of("username", "password"),
          "attune-db-owner", Set.of("username", "password"),
          "attune-backups", Set.of("accessKeyId", "secretAccessKey"));

  private static final Set<String> OF_A_USER =
      Set.of("user.crt", "user.key", "user.p12", "user.password");

  /** The names that MicroProfile JWT gives its settings. */
  private static final Set<String> IDENTITY =
      Set.of("MP_JWT_VERIFY_ISSUER", "MP_JWT_VERIFY_PUBLICKEY_LOCATION");

  /** Does not hand kafka.* on to its clients yet; see deploy/README.md. */
  private static final Set<String> WITHOUT_KAFKA_SETTINGS = Set.of("feedback-service");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Z_]+)}");

  @Test
  void every_file_is_yaml_in_which_no_key_stands_twice() {
    assertThat(Manifests.files())
        .isNotEmpty()
        .allSatisfy(file -> assertThat(Manifests.documents(file)).isNotEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void no_resource_stands_twice_and_no_secret_is_written_down(String overlay) {
    List<Manifest> all = Manifests.rendered(overlay);

    assertThat(all).extracting(Manifest::toString).doesNotHaveDuplicates();
    assertThat(all).noneMatch(manifest -> manifest.kind().equals("Secret"));
    assertThat(of(all, "Deployment", "StatefulSet"))
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(PORTS.keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void no_container_goes_without_limits_probes_or_restrictions(String overlay) {
    assertThat(workloads(overlay))
        .allSatisfy(workload -> {
          JsonNode pod = workload.pod();
          assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
          assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
          assertThat(pod.at("/securityContext/seccompProfile/type").asText())
              .isEqualTo("RuntimeDefault");
          assertThat(pod.path("hostNetwork").asBoolean()).isFalse();
          assertThat(pod.path("topologySpreadConstraints")).isNotEmpty();
          assertThat(workload.containers()).isNotEmpty().allSatisfy(ManifestsTest::isGuarded);
        });
  }

  private static void isGuarded(JsonNode container) {
    JsonNode context = container.path("securityContext");
    assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
    assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
    assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
    assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
    assertThat(container.at("/resources/limits/cpu").asText()).isNotEmpty();
    assertThat(container.at("/resources/requests/memory"))
        .isEqualTo(container.at("/resources/limits/memory"));
    assertThat(container.path("image").asText()).contains(":").doesNotEndWith(":latest");
    for (String probe : List.of("started", "live", "ready")) {
      assertThat(container.at("/" + nameOf(probe) + "/httpGet/path").asText())
          .isEqualTo("/q/health/" + probe);
      assertThat(container.at("/" + nameOf(probe) + "/httpGet/port").asText()).isEqualTo("http");
    }
    assertThat(container.path("lifecycle").path("preStop")).isNotEmpty();
  }

  private static String nameOf(String probe) {
    return switch (probe) {
      case "started" -> "startupProbe";
      case "live" -> "livenessProbe";
      default -> "readinessProbe";
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void every_port_is_the_services_own_and_every_probe_has_its_check(String overlay) {
    List<Manifest> all = Manifests.rendered(overlay);
    PORTS.forEach((service, port) -> {
      Code code = Code.of(service);
      assertThat(code.all("(?m)^quarkus\\.http\\.port=(\\d+)")).contains(Integer.toString(port));
      assertThat(one(all, "Service", service).at("/spec/ports/0/port").asInt()).isEqualTo(port);
      assertThat(one(all, "NetworkPolicy", service).findValuesAsText("port"))
          .contains(Integer.toString(port));
      assertThat(one(all, "PodDisruptionBudget", service)).isNotNull();
      assertThat(all)
          .filteredOn(Manifest::isWorkload)
          .filteredOn(workload -> workload.name().equals(service))
          .allSatisfy(workload ->
              assertThat(workload.containers().getFirst().at("/ports/0/containerPort").asInt())
                  .isEqualTo(port));
    });
    for (String check : List.of("Startup", "Liveness", "Readiness")) {
      assertThat(Code.of("intake-service").has("@" + check)).as(check).isTrue();
      assertThat(Code.of("streams").has("@" + check)).as(check).isTrue();
    }
    assertThat(Code.of("feedback-service").has("@Readiness")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void every_topic_is_there_with_its_policy(String overlay) {
    List<Manifest> topics = of(Manifests.rendered(overlay), "KafkaTopic");

    assertThat(topics)
        .extracting(Manifest::name)
        .containsExactlyInAnyOrder(
            java.util.Arrays.stream(Topic.values()).map(Topic::topicName).toArray(String[]::new));
    for (Topic topic : Topic.values()) {
      JsonNode spec = one(topics, "KafkaTopic", topic.topicName()).path("spec");
      var config = new HashMap<String, String>();
      spec.path("config").properties().forEach(e -> config.put(e.getKey(), e.getValue().asText()));
      assertThat(config).containsAllEntriesOf(topic.policy());
      boolean production = overlay.equals("production");
      assertThat(config.get("min.insync.replicas")).isEqualTo(production ? "2" : "1");
      assertThat(spec.path("replicas").asInt()).isEqualTo(production ? 3 : 1);
    }
    assertThat(topics)
        .extracting(t -> t.spec().path("partitions").asInt())
        .containsOnly(overlay.equals("production") ? 12 : Topic.DEFAULT_PARTITIONS);
  }

  @Test
  void each_user_may_do_what_its_service_does_and_no_more() {
    List<Manifest> users = of(Manifests.rendered("production"), "KafkaUser");
    mayOnly(users, "intake-service", "Write", Topic.RATINGS, Topic.SESSIONS);
    mayOnly(users, "intake-service", "Read");
    for (Stage stage : Stage.values()) {
      String service = stage.service();
      Code code = Code.of(service);
      var reads = code.all("RecordFormat\\.(RATING|SCORE|SESSION)\\b");
      var writes = code.all("\\.write\\(EventType\\.([A-Z]+)\\)");
      assertThat(may(users, service, "Read")).containsAll(topics(reads));
      var written = new TreeSet<>(topics(writes));
      written.add(Topic.DEAD_LETTERS.topicName());
      assertThat(may(users, service, "Write")).isEqualTo(written);
      assertThat(granted(users, service, "group")).containsExactly(stage.group());
      assertThat(granted(users, service, "transactionalId")).containsExactly(stage.group());
    }
    mayOnly(users, "feedback-service", "Read", Topic.SESSIONS, Topic.SCORES, Topic.ALERTS);
    mayOnly(users, "feedback-service", "Write", Topic.DEAD_LETTERS);
    assertThat(granted(users, "feedback-service", "group"))
        .isEqualTo(Code.of("feedback-service").all("GROUP = \"(attune-[a-z]+)\""));
    mayOnly(users, "keda", "Read");
    mayOnly(users, "keda", "Write");
    assertThat(granted(users, "operations", "transactionalId"))
        .isEqualTo(Code.of("deploy/local").all("TRANSACTIONS = \"(attune-[a-z]+)\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void every_secret_that_is_named_is_made_by_somebody_with_that_key(String overlay) {
    List<Manifest> all = Manifests.rendered(overlay);
    Set<String> users =
        of(all, "KafkaUser").stream().map(Manifest::name).collect(Collectors.toSet());
    var asked = new HashMap<String, Set<String>>();
    for (Manifest manifest : all) {
      manifest
          .json()
          .findParents("secretKeyRef")
          .forEach(parent -> {
            JsonNode ref = parent.path("secretKeyRef");
            ask(asked, ref.path("name").asText(), ref.path("key").asText());
          });
      manifest.json().findValues("secret").stream()
          .filter(JsonNode::isObject)
          .forEach(volume ->
              volume
                  .path("items")
                  .forEach(item ->
                      ask(asked, volume.path("secretName").asText(), item.path("key").asText())));
      manifest
          .json()
          .findValues("secretTargetRef")
          .forEach(refs ->
              refs.forEach(ref -> ask(asked, ref.path("name").asText(), ref.path("key").asText())));
    }
    assertThat(asked)
        .isNotEmpty()
        .allSatisfy((secret, keys) ->
            assertThat(users.contains(secret) ? OF_A_USER : SECRETS.getOrDefault(secret, Set.of()))
                .as(secret)
                .containsAll(keys));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void every_setting_exists_in_the_code_and_every_variable_is_used(String overlay) {
    List<Manifest> all = Manifests.rendered(overlay);
    for (Manifest workload : of(all, "Deployment", "StatefulSet")) {
      String service = workload.name();
      Properties properties = properties(all, workload);
      Set<String> quarkus = QuarkusSettings.of(service);
      Code code = Code.of(service, "streams");
      for (String key : properties.stringPropertyNames()) {
        assertThat(isKnown(service, key, code, quarkus)).as(service + ": " + key).isTrue();
      }
      var given = new HashSet<String>();
      workload
          .containers()
          .getFirst()
          .path("env")
          .forEach(variable -> given.add(variable.path("name").asText()));
      given.remove("JAVA_TOOL_OPTIONS");
      var used = new HashSet<String>();
      properties
          .values()
          .forEach(value ->
              EXPRESSION.matcher(value.toString()).results().forEach(m -> used.add(m.group(1))));
      assertThat(used).as(service).isEqualTo(given);
    }
    List<Manifest> identity =
        of(all, "ConfigMap").stream().filter(m -> m.name().startsWith("attune-identity")).toList();
    assertThat(identity)
        .singleElement()
        .satisfies(map ->
            assertThat(map.json().path("data").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(IDENTITY));
  }

  private static boolean isKnown(String service, String key, Code code, Set<String> quarkus) {
    if (key.startsWith("attune.streams.kafka.")) {
      return code.hasSetting(key) && isOfKafka(key.substring("attune.streams.kafka.".length()));
    }
    if (key.startsWith("attune.")) {
      return code.hasSetting(key);
    }
    if (key.equals("kafka.bootstrap.servers")) {
      return code.has("kafka\\.bootstrap\\.servers");
    }
    if (key.startsWith("kafka.")) {
      return isOfKafka(key.substring("kafka.".length()))
          && (code.has("\"kafka\\.\"") || WITHOUT_KAFKA_SETTINGS.contains(service));
    }
    return quarkus.contains(key);
  }

  private static boolean isOfKafka(String name) {
    String bare = name.replace("\"", "");
    return ProducerConfig.configNames().contains(bare)
        && ConsumerConfig.configNames().contains(bare);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void what_scales_on_lag_never_has_more_instances_than_partitions(String overlay) {
    List<Manifest> all = Manifests.rendered(overlay);
    int partitions = of(all, "KafkaTopic").getFirst().spec().path("partitions").asInt();
    Set<String> groups = new TreeSet<>(Code.of("feedback-service").all("\"(attune-[a-z]+)\""));
    Arrays.stream(Stage.values()).map(Stage::group).forEach(groups::add);
    for (Manifest scaled : of(all, "ScaledObject")) {
      assertThat(scaled.spec().path("maxReplicaCount").asInt()).isLessThanOrEqualTo(partitions);
      for (JsonNode trigger : scaled.spec().path("triggers")) {
        if (trigger.path("type").asText().equals("kafka")) {
          assertThat(groups).contains(trigger.at("/metadata/consumerGroup").asText());
          assertThat(topicNames()).contains(trigger.at("/metadata/topic").asText());
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dev", "production"})
  void nobody_speaks_with_anybody_unless_a_policy_says_so(String overlay) {
    List<Manifest> all = Manifests.rendered(overlay);
    JsonNode deny = one(all, "NetworkPolicy", "default-deny").path("spec");
    assertThat(deny.path("podSelector")).isEmpty();
    assertThat(deny.path("policyTypes")).hasSize(2);
    assertThat(deny.has("ingress")).isFalse();
    assertThat(deny.has("egress")).isFalse();
    assertThat(one(all, "Namespace", "attune").at("/metadata/labels").properties())
        .anySatisfy(label -> {
          assertThat(label.getKey()).isEqualTo("pod-security.kubernetes.io/enforce");
          assertThat(label.getValue().asText()).isEqualTo("restricted");
        });
    for (String inside : List.of("scoring-service", "alert-service")) {
      assertThat(one(all, "NetworkPolicy", inside).findValuesAsText("cidr")).isEmpty();
    }
  }

  @Test
  void what_faces_the_world_reaches_only_services_that_are_there() {
    List<Manifest> all = Manifests.rendered("production");
    for (JsonNode path : one(all, "Ingress", "attune").at("/spec/rules/0/http/paths")) {
      String service = path.at("/backend/service/name").asText();
      assertThat(path.path("path").asText().equals("/q") ? "nowhere" : service).isEqualTo(service);
      assertThat(one(all, "Service", service)).isNotNull();
    }
    for (JsonNode gateway :
        Manifests.documents(Manifests.DIRECTORY.resolve("components/gateway/gateway.yaml"))) {
      gateway
          .findValues("backendRefs")
          .forEach(refs ->
              refs.forEach(ref ->
                  assertThat(PORTS)
                      .containsEntry(ref.path("name").asText(), ref.path("port").asInt())));
    }
  }

  private static List<Manifest> workloads(String overlay) {
    return Manifests.rendered(overlay).stream().filter(Manifest::isWorkload).toList();
  }

  private static List<Manifest> of(List<Manifest> all, String... kinds) {
    return all.stream().filter(manifest -> List.of(kinds).contains(manifest.kind())).toList();
  }

  private static JsonNode one(List<Manifest> all, String kind, String name) {
    return all.stream()
        .filter(manifest -> manifest.kind().equals(kind) && manifest.name().equals(name))
        .findFirst()
        .map(Manifest::json)
        .orElseThrow(() -> new AssertionError("there is no " + kind + " " + name));
  }

  private static Properties properties(List<Manifest> all, Manifest workload) {
    String configMap =
        workload
            .pod()
            .path("volumes")
            .valueStream()
            .filter(volume -> volume.path("name").asText().equals("config"))
            .map(volume -> volume.at("/configMap/name").asText())
            .findFirst()
            .orElseThrow();
    var properties = new Properties();
    try {
      properties.load(
          new StringReader(
              one(all, "ConfigMap", configMap).at("/data/application.properties").asText()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  private static void ask(Map<String, Set<String>> asked, String secret, String key) {
    asked.computeIfAbsent(secret, _ -> new TreeSet<>()).add(key);
  }

  private static void mayOnly(List<Manifest> users, String user, String what, Topic... topics) {
    var names = new TreeSet<String>();
    for (Topic topic : topics) {
      names.add(topic.topicName());
    }
    assertThat(may(users, user, what)).as(user + " " + what).isEqualTo(names);
  }

  /** The topics of the log on which a user may do something; stores' changelogs are its own. */
  private static Set<String> may(List<Manifest> users, String user, String operation) {
    var topics = new TreeSet<String>();
    for (JsonNode acl : one(users, "KafkaUser", user).at("/spec/authorization/acls")) {
      JsonNode resource = acl.path("resource");
      boolean named = resource.path("patternType").asText().equals("literal");
      if (named
          && resource.path("type").asText().equals("topic")
          && texts(acl.path("operations")).contains(operation)) {
        topics.add(resource.path("name").asText());
      }
    }
    return topics;
  }

  private static Set<String> granted(List<Manifest> users, String user, String type) {
    var names = new TreeSet<String>();
    for (JsonNode acl : one(users, "KafkaUser", user).at("/spec/authorization/acls")) {
      if (acl.at("/resource/type").asText().equals(type)) {
        names.add(acl.at("/resource/name").asText());
      }
    }
    return names;
  }

  private static List<String> texts(JsonNode array) {
    var texts = new ArrayList<String>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private static Set<String> topics(Set<String> events) {
    return events.stream()
        .map(event -> EventType.valueOf(event).topic().topicName())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> topicNames() {
    return java.util.Arrays.stream(Topic.values())
        .map(Topic::topicName)
        .collect(Collectors.toSet());
  }
}
