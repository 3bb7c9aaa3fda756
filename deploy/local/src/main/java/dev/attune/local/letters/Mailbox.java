package dev.attune.local.letters;

import dev.attune.contracts.Topic;
import dev.attune.local.KafkaClients;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * Every dead letter that has not expired, oldest first, and which records have been driven again.
 *
 * @param redriven the places of the records that were
 */
public record Mailbox(List<DeadLetter> letters, Set<Place> redriven) {

  private static final Comparator<DeadLetter> BY_AGE =
      Comparator.comparingLong(DeadLetter::receivedAt)
          .thenComparingInt(letter -> letter.at().partition())
          .thenComparingLong(letter -> letter.at().offset());

  public Mailbox {
    letters = letters.stream().sorted(BY_AGE).toList();
    redriven = Set.copyOf(redriven);
  }

  /** Reads the topic to its present end. */
  public static Mailbox read(KafkaConsumer<byte[], byte[]> consumer) {
    var letters = new ArrayList<DeadLetter>();
    var redriven = new HashSet<Place>();
    KafkaClients.readAll(
        consumer,
        KafkaClients.partitions(consumer, Topic.DEAD_LETTERS.topicName()),
        record -> {
          if (DeadLetter.header(record, Redrive.NOTE) != null) {
            DeadLetter.origin(record).ifPresent(redriven::add);
          } else {
            DeadLetter.of(record).ifPresent(letters::add);
          }
        });
    return new Mailbox(letters, redriven);
  }

  /** Whether the record of this letter has been driven again. */
  public boolean isRedriven(DeadLetter letter) {
    return redriven.contains(letter.origin());
  }
}
