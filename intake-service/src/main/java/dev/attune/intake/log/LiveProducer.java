package dev.attune.intake.log;

import dev.attune.contracts.Topic;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** The producer of the moment. One that can do nothing any more is replaced by a new one. */
@Singleton
class LiveProducer {

  static final List<Topic> TOPICS = List.of(Topic.RATINGS, Topic.SESSIONS);

  private final KafkaSettings settings;
  private volatile @Nullable KafkaProducer<String, byte[]> current;
  private volatile boolean broken;

  LiveProducer(KafkaSettings settings) {
    this.settings = settings;
  }

  /** Sends a record without ever waiting; the callback is called once, whatever happens. */
  void send(ProducerRecord<String, byte[]> record, Callback callback) {
    KafkaProducer<String, byte[]> producer = current;
    if (producer == null) {
      callback.onCompletion(null, new IllegalStateException("no producer yet"));
      return;
    }
    var once = new Once(callback);
    try {
      // The callback tells the outcome; the future would tell it again.
      var _ = producer.send(record, once);
    } catch (RuntimeException e) {
      once.onCompletion(null, e);
    }
  }

  /**
   * Makes a producer where there is none or a broken one, and has it learn the partitions, so that
   * sending need not. For the watch's own thread.
   */
  void mend() {
    KafkaProducer<String, byte[]> producer = current;
    if (producer != null && broken) {
      producer.close(Duration.ZERO);
      producer = null;
    }
    if (producer == null) {
      producer =
          new KafkaProducer<>(
              settings.producer(), new StringSerializer(), new ByteArraySerializer());
      broken = false;
      current = producer;
    }
    for (Topic topic : TOPICS) {
      producer.partitionsFor(topic.topicName());
    }
  }

  void replaceSoon() {
    broken = true;
  }

  void close() {
    KafkaProducer<String, byte[]> producer = current;
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }

  /** Passes on the first outcome, and notes a producer that will not recover by itself. */
  private final class Once implements Callback {

    private final Callback callback;
    private boolean told;

    Once(Callback callback) {
      this.callback = callback;
    }

    @Override
    public void onCompletion(
        org.apache.kafka.clients.producer.@Nullable RecordMetadata metadata,
        @Nullable Exception failure) {
      if (failure != null && !(failure instanceof RetriableException)) {
        replaceSoon();
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
