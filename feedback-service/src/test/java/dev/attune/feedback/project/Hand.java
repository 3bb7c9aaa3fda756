package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionRecord;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Takes records over batch by batch, as they are laid out by hand, on a partition of which nobody
 * else knows.
 */
final class Hand {

  private static final AtomicInteger NEXT_PART = new AtomicInteger(1000);

  private final Projector projector;
  private final TakingOver takingOver;
  private final int part = NEXT_PART.getAndIncrement();
  private final List<Told> all = new ArrayList<>();
  private final List<Told> pending = new ArrayList<>();
  private Instant receipt = Instant.now().minus(Duration.ofHours(1));

  Hand(Projector projector, TakingOver takingOver) {
    this.projector = projector;
    this.takingOver = takingOver;
    startAt("first");
  }

  Hand say(Score score) {
    return say(EventType.SCORE, score.key().text(), Json.write(score));
  }

  Hand say(Alert alert) {
    return say(EventType.ALERT, alert.key().text(), Json.write(alert));
  }

  Hand say(SessionRecord session) {
    return say(EventType.SESSION, session.key().text(), Json.write(session));
  }

  Hand erase(Score score) {
    return say(EventType.SCORE, score.key().text(), null);
  }

  private Hand say(EventType type, String key, byte @Nullable [] value) {
    receipt = receipt.plusMillis(1);
    pending.add(told(type, "first", all.size() + pending.size(), receipt, key, value));
    return this;
  }

  /** As if so much time had gone by. */
  Hand later(Duration time) {
    receipt = receipt.plus(time);
    return this;
  }

  /** Takes over what was said since the last time, in one batch. */
  int take() {
    int events = take(pending);
    all.addAll(pending);
    pending.clear();
    return events;
  }

  /** Takes over everything once more, on this incarnation of the log. */
  int again(String log, int batchSize) {
    startAt(log);
    List<Told> records =
        all.stream().map(told -> new Told(told.record(), log, told.entry())).toList();
    int events = 0;
    for (int from = 0; from < records.size(); from += batchSize) {
      events += take(records.subList(from, Math.min(records.size(), from + batchSize)));
    }
    return events;
  }

  private int take(List<Told> records) {
    return takingOver.await(projector.take(new Batch(records)));
  }

  private void startAt(String log) {
    takingOver.await(
        projector.startAt(
            LogProbe.topics().stream().map(topic -> new Position(topic, part, log, 0)).toList()));
  }

  @SuppressWarnings("NullAway") // a tombstone has no value, which the library does not declare
  private Told told(
      EventType type,
      String log,
      long offset,
      Instant receipt,
      String key,
      byte @Nullable [] value) {
    var record =
        new ConsumerRecord<byte[], byte[]>(
            type.topic().topicName(),
            part,
            offset,
            receipt.toEpochMilli(),
            TimestampType.CREATE_TIME,
            0,
            0,
            key.getBytes(StandardCharsets.UTF_8),
            value,
            new RecordHeaders(),
            Optional.empty());
    return new Told(record, log, Decoder.decode(type, record));
  }
}
