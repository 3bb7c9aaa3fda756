package dev.attune.local.verify;

import dev.attune.contracts.Identifiers;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaClients;
import dev.attune.local.letters.Mailbox;
import dev.attune.local.verify.Letters.Letter;
import dev.attune.local.verify.Report.Counts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a system that may be at work, partition by partition. What is under way differs for a
 * moment: only what differs in every look until patience ends is a difference.
 */
public final class Verification {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  /** Letters go a little before a record of the same age counts as too old to have one. */
  private static final Duration LETTERS_LAST = Topic.DEAD_LETTERS_KEPT.minusDays(1);

  private final KafkaClients kafka;
  private final Connection database;
  private final Predicate<String> ofInterest;
  private final Duration patience;
  private final InstantSource clock;

  /**
   * A verification.
   *
   * @param ofInterest the tenants to look at
   * @param patience how long something may be under way
   */
  public Verification(
      KafkaClients kafka,
      Connection database,
      Predicate<String> ofInterest,
      Duration patience,
      InstantSource clock) {
    this.kafka = kafka;
    this.database = database;
    this.ofInterest = ofInterest;
    this.patience = patience;
    this.clock = clock;
  }

  /** Looks at everything. */
  public Report run() throws SQLException {
    try (var consumer = kafka.consumer()) {
      int partitions = KafkaClients.partitions(consumer, Topic.RATINGS.topicName()).size();
      var counts = Counts.NONE;
      var differences = new ArrayList<Difference>();
      for (int partition = 0; partition < partitions; partition++) {
        Look last = settled(consumer, partition, partitions);
        counts = counts.plus(last.counts());
        differences.addAll(last.differences());
      }
      return new Report(counts, differences);
    }
  }

  private record Look(Counts counts, Set<Difference> differences) {}

  private Look settled(KafkaConsumer<byte[], byte[]> consumer, int partition, int partitions)
      throws SQLException {
    long end = System.nanoTime() + patience.toNanos();
    // What has to be handled is what was there at the first look.
    var first = new HashMap<String, Long>();
    Look look = look(consumer, partition, partitions, first);
    while (!look.differences().isEmpty() && System.nanoTime() < end) {
      pause();
      Look next = look(consumer, partition, partitions, first);
      next.differences().retainAll(look.differences());
      look = next;
    }
    return look;
  }

  private Look look(
      KafkaConsumer<byte[], byte[]> consumer,
      int partition,
      int partitions,
      Map<String, Long> toHandle)
      throws SQLException {
    var reader = new PartReader(consumer, ofInterest, clock.instant().minus(LETTERS_LAST));
    LogPart log = reader.read(partition, partitions);
    reader.last().forEach(toHandle::putIfAbsent);
    ReadModel readModel =
        new ReadModelReader(database, ofInterest).read(partition, partitions, tenants(log));
    var differences = new LinkedHashSet<>(Comparison.of(log, letters(consumer), readModel));
    differences.addAll(Progress.read(kafka, database).behind(partition, toHandle));
    return new Look(Counts.of(log), differences);
  }

  private static Letters letters(KafkaConsumer<byte[], byte[]> consumer) {
    return new Letters(
        Mailbox.read(consumer).letters().stream()
            .map(letter -> new Letter(letter.origin(), letter.service()))
            .collect(Collectors.toSet()));
  }

  private static Set<String> tenants(LogPart log) {
    var tenants = new TreeSet<String>();
    Stream.of(log.sessions(), log.ratings(), log.scores(), log.alerts())
        .flatMap(topic -> topic.keySet().stream())
        .map(key -> key.split("/", 2)[0])
        .filter(tenant -> Identifiers.fault(tenant) == null)
        .forEach(tenants::add);
    return tenants;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while looking", e);
    }
  }

  /** The tenants that {@code only} names, or all where it names none. */
  public static Predicate<String> tenants(@Nullable String only) {
    return only == null ? _ -> true : only::equals;
  }
}
