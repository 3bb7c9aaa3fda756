package dev.attune.intake.log;

import dev.attune.contracts.Topic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The producer of the moment. One that can do nothing any more is replaced by a new one. */
@Singleton
class LiveProducer {

  static final List<Topic> TOPICS = List.of(Topic.RATINGS, Topic.SESSIONS);

  private final KafkaSettings settings;
  private final Duration acknowledgeWithin;
  private volatile @Nullable KafkaProducer<String, byte[]> current;
  private volatile @Nullable KafkaProducer<String, byte[]> broken;

  LiveProducer(KafkaSettings settings, LogConfig config) {
    this.settings = settings;
    this.acknowledgeWithin = config.acknowledgeWithin();
  }

  /** Sends a record without ever waiting; the callback is called once, whatever happens. */
  void send(ProducerRecord<String, byte[]> record, Callback callback) {
    KafkaProducer<String, byte[]> producer = current;
    if (producer == null) {
      callback.onCompletion(null, new IllegalStateException("no producer yet"));
      return;
    }
    var once = new Once(producer, callback);
    try {
      // The callback tells the outcome; the future would tell it again.
      var _ = producer.send(record, once);
    } catch (RuntimeException e) {
      once.onCompletion(null, e);
    }
  }

  /**
   * Makes a producer where there is none or a broken one, and has it learn the partitions, so that
   * sending need not. What the broken one still has under way may end. For the watch's own thread.
   */
  void mend() {
    KafkaProducer<String, byte[]> before = current;
    if (before != null && !before.equals(broken)) {
      learnPartitions(before);
      return;
    }
    var fresh =
        new KafkaProducer<>(settings.producer(), new StringSerializer(), new ByteArraySerializer());
    current = fresh;
    broken = null;
    try {
      learnPartitions(fresh);
    } finally {
      if (before != null) {
        before.close(acknowledgeWithin);
      }
    }
  }

  private static void learnPartitions(KafkaProducer<String, byte[]> producer) {
    for (Topic topic : TOPICS) {
      producer.partitionsFor(topic.topicName());
    }
  }

  /** Ignored unless it is the producer of the moment: one before it may still be failing. */
  private void replaceSoon(KafkaProducer<String, byte[]> producer) {
    if (producer.equals(current)) {
      broken = producer;
    }
  }

  void close() {
    KafkaProducer<String, byte[]> producer = current;
    if (producer != null) {
      producer.close(acknowledgeWithin);
    }
  }

  /**
   * Whether a failure is the producer's own and will stay. Any other is that of one record or one
   * topic, or passes: the records of everybody else are safe with the producer.
   */
  static boolean isFatal(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case IllegalStateException _ -> true; // closed
      case ClusterAuthorizationException _, AuthenticationException _ -> true;
      case ProducerFencedException _, InvalidProducerEpochException _ -> true;
      case OutOfOrderSequenceException _, UnsupportedVersionException _ -> true;
      // Thrown for every record once the producer is in an error state; the cause tells which.
      case KafkaException wrapped -> isFatal(wrapped.getCause());
      default -> false;
    };
  }

  /** Passes on the first outcome, and notes a producer that will not recover by itself. */
  private final class Once implements Callback {

    private final KafkaProducer<String, byte[]> producer;
    private final Callback callback;
    private boolean told;

    Once(KafkaProducer<String, byte[]> producer, Callback callback) {
      this.producer = producer;
      this.callback = callback;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
      if (isFatal(failure)) {
        replaceSoon(producer);
      }
      synchronized (this) {
        if (told) {
          return;
        }
        told = true;
      }
      callback.onCompletion(metadata, failure);
    }
  }
}
