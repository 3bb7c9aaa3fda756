package dev.attune.local;

import dev.attune.contracts.Stage;
import dev.attune.contracts.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;

/** Creates the topics of the log on a single broker, with the policy of each. */
final class Topics {

  private static final int TIMEOUT_SECONDS = 60;

  /** A dead letter holds a record of another topic and the headers that tell why it is dead. */
  private static final Map<String, String> ROOM_FOR_LETTERS =
      Map.of("max.message.bytes", Integer.toString(4 * 1024 * 1024));

  /**
   * A record is on the disk before it is acknowledged: there is no second broker. What a stage
   * publishes can be made again, see {@link PowerLoss}.
   */
  private static final Map<String, String> ON_DISK = Map.of("flush.messages", "1");

  private Topics() {}

  /** Creates what is missing and gives every topic its present policy. */
  static void create(String bootstrapServers) {
    try (Admin admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                "200"))) {
      Set<String> present = admin.listTopics().names().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      admin.createTopics(missing(present)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
      admin.incrementalAlterConfigs(policies(present)).all().get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("cannot create the topics: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while creating the topics", e);
    }
  }

  private static List<NewTopic> missing(Set<String> present) {
    return Arrays.stream(Topic.values())
        .filter(topic -> !present.contains(topic.topicName()))
        .map(topic ->
            new NewTopic(topic.topicName(), Topic.DEFAULT_PARTITIONS, (short) 1)
                .configs(policy(topic)))
        .toList();
  }

  private static Map<String, String> policy(Topic topic) {
    var policy = new HashMap<>(topic.policy());
    if (topic == Topic.DEAD_LETTERS) {
      policy.putAll(ROOM_FOR_LETTERS);
    }
    if (Arrays.stream(Stage.values()).noneMatch(stage -> stage.writes() == topic)) {
      policy.putAll(ON_DISK);
    }
    return policy;
  }

  private static Map<ConfigResource, java.util.Collection<AlterConfigOp>> policies(
      Set<String> present) {
    var policies = new HashMap<ConfigResource, java.util.Collection<AlterConfigOp>>();
    for (Topic topic : Topic.values()) {
      if (present.contains(topic.topicName())) {
        var entries = new ArrayList<AlterConfigOp>();
        policy(topic)
            .forEach((key, value) ->
                entries.add(
                    new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET)));
        policies.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.topicName()), entries);
      }
    }
    return policies;
  }
}
