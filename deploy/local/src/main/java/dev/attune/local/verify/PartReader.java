package dev.attune.local.verify;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.Topic;
import dev.attune.local.KafkaClients;
import dev.attune.local.letters.Place;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads one partition of every topic from its beginning to its end, causes before effects. */
final class PartReader {

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Predicate<String> ofInterest;
  private final Instant letterExpires;
  private final List<Place> unreadable = new ArrayList<>();
  private final Map<String, Long> last = new HashMap<>();

  /**
   * A reader of one part.
   *
   * @param ofInterest the tenants to look at
   * @param letterExpires a record older than this may have had a dead letter that has expired
   */
  PartReader(
      KafkaConsumer<byte[], byte[]> consumer, Predicate<String> ofInterest, Instant letterExpires) {
    this.consumer = consumer;
    this.ofInterest = ofInterest;
    this.letterExpires = letterExpires;
  }

  LogPart read(int partition, int partitions) {
    var sessions =
        new Reading<>(
            EventType.SESSION, SessionRecord.class, SessionRecord::key, SessionKey::parse);
    var ratings = new Reading<>(EventType.RATING, Rating.class, Rating::key, RatingKey::parse);
    var scores = new Reading<>(EventType.SCORE, Score.class, Score::key, RatingKey::parse);
    var alerts = new Reading<>(EventType.ALERT, Alert.class, Alert::key, AlertKey::parse);
    return new LogPart(
        partition,
        partitions,
        sessions.read(partition),
        ratings.read(partition),
        scores.read(partition),
        alerts.read(partition),
        unreadable);
  }

  /** The offset of the last record of each topic, by name; topics without any are left out. */
  Map<String, Long> last() {
    return Map.copyOf(last);
  }

  /** Reads one topic. */
  private final class Reading<T> {

    private final EventType event;
    private final Class<T> type;
    private final Function<T, ?> identity;
    private final Function<String, ?> parse;
    private final Map<String, Stated<T>> stated = new HashMap<>();

    Reading(EventType event, Class<T> type, Function<T, ?> identity, Function<String, ?> parse) {
      this.event = event;
      this.type = type;
      this.identity = identity;
      this.parse = parse;
    }

    Map<String, Stated<T>> read(int partition) {
      Topic topic = event.topic();
      KafkaClients.readAll(
          consumer, List.of(new TopicPartition(topic.topicName(), partition)), this::take);
      return stated;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
      last.put(record.topic(), record.offset());
      String key = key(record.key());
      if (!ofInterest.test(key.split("/", 2)[0])) {
        return;
      }
      Stated<T> now = stated(key, record);
      if (!now.readable() && record.timestamp() > letterExpires.toEpochMilli()) {
        unreadable.add(now.place());
      }
      stated.put(key, now);
    }

    private Stated<T> stated(String key, ConsumerRecord<byte[], byte[]> record) {
      Place place = Place.of(record);
      @Nullable Object identityOfKey = identity(key);
      if (identityOfKey == null) {
        return Stated.unreadable(place);
      }
      byte @Nullable [] bytes = record.value();
      if (bytes == null) {
        return Stated.erased(place);
      }
      if (!isOfKnownSchema(record.headers().lastHeader(Headers.CE_TYPE))) {
        return Stated.unreadable(place);
      }
      try {
        T value = Json.read(bytes, type);
        return identityOfKey.equals(identity.apply(value))
            ? Stated.of(place, value)
            : Stated.unreadable(place);
      } catch (Json.Unreadable e) {
        return Stated.unreadable(place);
      }
    }

    private @Nullable Object identity(String key) {
      try {
        return parse.apply(key);
      } catch (IllegalArgumentException e) {
        return null;
      }
    }

    private boolean isOfKnownSchema(@Nullable Header header) {
      return header == null
          || header.value() == null
          || new String(header.value(), StandardCharsets.UTF_8).equals(event.type());
    }
  }

  private static String key(byte @Nullable [] key) {
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }
}
