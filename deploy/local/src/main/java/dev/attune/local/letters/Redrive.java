package dev.attune.local.letters;

import dev.attune.contracts.Headers;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaClients;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Sends dead letters to where they came from: the original bytes under the original key into the
 * original partition, as if received when they were. The record and a note among the dead letters
 * appear in one transaction, so that whatever is killed, each is sent once; a second redrive at the
 * same time is fenced.
 */
public final class Redrive {

  /** On a record that was driven again: the place it was given up at. */
  public static final String FROM = "redriven_from";

  /** On a note among the dead letters: the record it names has been driven again. */
  public static final String NOTE = "dead_redriven";

  private static final String TRANSACTIONS = "attune-redrive";
  private static final int AT_ONCE = 100;

  private final KafkaClients kafka;

  /** A redrive on one broker. */
  public Redrive(KafkaClients kafka) {
    this.kafka = kafka;
  }

  /**
   * Looks what is to be done.
   *
   * @param chosen the letters in question
   * @param limit the most letters to send
   */
  public RedrivePlan plan(Predicate<DeadLetter> chosen, int limit) {
    try (var consumer = kafka.consumer()) {
      Mailbox mailbox = Mailbox.read(consumer);
      List<DeadLetter> letters = mailbox.letters().stream().filter(chosen).toList();
      Map<Under, Long> last = lastUnderKeys(consumer, letters);
      return RedrivePlan.of(
          letters, mailbox.redriven(), letter -> last.getOrDefault(Under.of(letter), -1L), limit);
    }
  }

  /** Does what {@code chosen} and {@code limit} ask for, and tells what was done. */
  public RedrivePlan run(Predicate<DeadLetter> chosen, int limit) {
    try (var producer = kafka.transactions(TRANSACTIONS)) {
      // Before looking: whoever was sending before us cannot go on from here.
      producer.initTransactions();
      RedrivePlan plan = plan(chosen, limit);
      for (int from = 0; from < plan.sent().size(); from += AT_ONCE) {
        send(producer, plan.sent().subList(from, Math.min(from + AT_ONCE, plan.sent().size())));
      }
      return plan;
    }
  }

  private static void send(Producer<byte[], byte[]> producer, List<DeadLetter> letters) {
    producer.beginTransaction();
    try {
      List<Future<?>> sent =
          letters.stream()
              .<Future<?>>mapMulti((letter, to) -> {
                to.accept(producer.send(again(letter)));
                to.accept(producer.send(note(letter)));
              })
              .toList();
      for (Future<?> one : sent) {
        one.get();
      }
      producer.commitTransaction();
    } catch (ExecutionException | KafkaException e) {
      throw new IllegalStateException(
          "the broker did not take the letters; run this again, nothing is sent twice", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted; run this again, nothing is sent twice", e);
    }
  }

  private static ProducerRecord<byte[], byte[]> again(DeadLetter letter) {
    Place origin = letter.origin();
    var record =
        new ProducerRecord<byte[], byte[]>(
            origin.topic(), origin.partition(), letter.receivedAt(), letter.key(), letter.value());
    letter.headers().stream()
        .filter(header -> !header.key().equals(FROM))
        .forEach(record.headers()::add);
    record.headers().add(FROM, bytes(origin.toString()));
    return record;
  }

  private static ProducerRecord<byte[], byte[]> note(DeadLetter letter) {
    Place origin = letter.origin();
    var note =
        new ProducerRecord<byte[], byte[]>(
            Topic.DEAD_LETTERS.topicName(), letter.at().partition(), letter.key(), null);
    note.headers()
        .add(NOTE, bytes(letter.at().toString()))
        .add(Headers.DEAD_TOPIC, bytes(origin.topic()))
        .add(Headers.DEAD_PARTITION, bytes(Integer.toString(origin.partition())))
        .add(Headers.DEAD_OFFSET, bytes(Long.toString(origin.offset())));
    return note;
  }

  /** A key in a partition of a topic. */
  private record Under(String topic, int partition, ByteBuffer key) {

    static Under of(DeadLetter letter) {
      byte[] key = letter.key();
      return new Under(
          letter.origin().topic(),
          letter.origin().partition(),
          ByteBuffer.wrap(key == null ? new byte[0] : key));
    }
  }

  private static Map<Under, Long> lastUnderKeys(
      KafkaConsumer<byte[], byte[]> consumer, List<DeadLetter> letters) {
    Set<Under> wanted =
        letters.stream()
            .filter(RedrivePlan::isWhole)
            .map(Under::of)
            .collect(Collectors.toCollection(HashSet::new));
    var last = new HashMap<Under, Long>();
    Set<TopicPartition> partitions =
        wanted.stream()
            .map(under -> new TopicPartition(under.topic(), under.partition()))
            .collect(Collectors.toSet());
    KafkaClients.readAll(
        consumer,
        List.copyOf(partitions),
        record -> {
          byte[] key = record.key();
          if (key != null) {
            var under = new Under(record.topic(), record.partition(), ByteBuffer.wrap(key));
            if (wanted.contains(under)) {
              last.merge(under, record.offset(), Math::max);
            }
          }
        });
    return last;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
