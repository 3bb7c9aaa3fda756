package dev.attune.streams;

import dev.attune.streams.StreamsCondition.Broker;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Looks whether the broker answers and has the topics. Used by one thread. */
final class BrokerWatch implements AutoCloseable {

  private final Properties settings;
  private final Set<String> topics;

  private @Nullable Admin admin;

  BrokerWatch(Properties settings, Set<String> topics) {
    this.settings = settings;
    this.topics = topics;
  }

  Broker look() throws InterruptedException {
    try {
      return new Broker.Answers(missing(admin().describeTopics(topics).topicNameValues()));
    } catch (ExecutionException | KafkaException e) {
      return new Broker.Silent();
    }
  }

  private static Set<String> missing(Map<String, KafkaFuture<TopicDescription>> descriptions)
      throws InterruptedException, ExecutionException {
    var missing = new HashSet<String>();
    for (var description : descriptions.entrySet()) {
      try {
        description.getValue().get();
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
          throw e;
        }
        missing.add(description.getKey());
      }
    }
    return missing;
  }

  /** Made late: a name that cannot be resolved yet is an exception already here. */
  private Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }

  @Override
  public void close() {
    if (admin != null) {
      admin.close(Duration.ZERO);
      admin = null;
    }
  }
}
