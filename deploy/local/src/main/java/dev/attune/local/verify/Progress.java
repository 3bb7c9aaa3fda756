package dev.attune.local.verify;

import dev.attune.contracts.Stage;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaClients;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far each reader has handled each partition: the Streams services by their groups, whose
 * offsets are committed with what they publish, and the read model by its own table.
 */
record Progress(Map<String, Long> next) {

  private static final int TIMEOUT_SECONDS = 20;

  /** The topics that the read model is made of. */
  static final List<Topic> PROJECTED = List.of(Topic.SESSIONS, Topic.SCORES, Topic.ALERTS);

  private static final String READ_MODEL = "read model";

  Progress {
    next = Map.copyOf(next);
  }

  static Progress read(KafkaClients kafka, Connection database) throws SQLException {
    var next = new HashMap<String, Long>();
    try (Admin admin = Admin.create(kafka.admin())) {
      for (Stage stage : Stage.values()) {
        Map<TopicPartition, OffsetAndMetadata> committed =
            admin
                .listConsumerGroupOffsets(stage.group())
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        committed.forEach((partition, offset) -> {
          if (offset != null) {
            next.put(
                name(partition.topic(), partition.partition(), stage.group()), offset.offset());
          }
        });
      }
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the broker does not tell how far its groups are: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("select topic, part, next from projection_offset")) {
      while (rows.next()) {
        next.put(name(rows.getString(1), rows.getInt(2), READ_MODEL), rows.getLong(3));
      }
    }
    database.rollback();
    return new Progress(next);
  }

  /**
   * The readers that have not come past these records.
   *
   * @param last the offset of the last record of each topic in the partition
   */
  List<Difference> behind(int partition, Map<String, Long> last) {
    var behind = new ArrayList<Difference>();
    for (Stage stage : Stage.values()) {
      stage.reads().forEach(topic -> behind(partition, topic, stage.group(), last, behind));
    }
    PROJECTED.forEach(topic -> behind(partition, topic, READ_MODEL, last, behind));
    return behind;
  }

  private void behind(
      int partition, Topic topic, String reader, Map<String, Long> last, List<Difference> behind) {
    Long offset = last.get(topic.topicName());
    String name = name(topic.topicName(), partition, reader);
    if (offset != null && next.getOrDefault(name, 0L) <= offset) {
      behind.add(new Difference(Difference.Kind.NOT_HANDLED, name));
    }
  }

  private static String name(String topic, int partition, String reader) {
    return topic + "/" + partition + " by " + reader;
  }
}
