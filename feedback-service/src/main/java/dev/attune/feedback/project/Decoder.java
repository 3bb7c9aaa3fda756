package dev.attune.feedback.project;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records of the log; whatever is in them, it answers and never throws. */
final class Decoder {

  private static final JsonMapper MAPPER =
      Json.MAPPER
          .rebuild()
          .addModule(new SimpleModule().addDeserializer(BigDecimal.class, new Decimals()))
          .build();

  private Decoder() {}

  /**
   * What one topic holds.
   *
   * @param key reads a key
   * @param keyOf the key under which a value has to stand
   * @param told what a value says
   * @param erased what a tombstone says
   */
  private record Format<K, V>(
      EventType type,
      Class<V> value,
      Function<String, K> key,
      Function<V, K> keyOf,
      Function<V, Entry> told,
      Function<K, Entry> erased) {

    Entry decode(ConsumerRecord<byte[], byte[]> record) {
      K identity = Decoder.key(record.key(), key);
      if (identity == null) {
        return new Entry.Dead(DeadReason.BAD_KEY);
      }
      byte[] bytes = record.value();
      if (bytes == null) {
        return erased.apply(identity);
      }
      if (!isOfKnownSchema(type, record)) {
        return new Entry.Dead(DeadReason.UNKNOWN_SCHEMA);
      }
      V found = Decoder.value(bytes, value);
      if (found == null) {
        return new Entry.Dead(DeadReason.UNREADABLE);
      }
      return keyOf.apply(found).equals(identity)
          ? told.apply(found)
          : new Entry.Dead(DeadReason.KEY_MISMATCH);
    }
  }

  private static final Format<RatingKey, Score> SCORE =
      new Format<>(
          EventType.SCORE,
          Score.class,
          RatingKey::parse,
          Score::key,
          Entry.Scored::new,
          Entry.ScoreErased::new);

  private static final Format<SessionKey, SessionRecord> SESSION =
      new Format<>(
          EventType.SESSION,
          SessionRecord.class,
          SessionKey::parse,
          SessionRecord::key,
          Entry.SessionTold::new,
          Entry.SessionErased::new);

  private static final Format<AlertKey, Alert> ALERT =
      new Format<>(
          EventType.ALERT,
          Alert.class,
          AlertKey::parse,
          Alert::key,
          Entry.AlertTold::new,
          Entry.AlertErased::new);

  static Entry decode(EventType type, ConsumerRecord<byte[], byte[]> record) {
    return switch (type) {
      case SCORE -> SCORE.decode(record);
      case SESSION -> SESSION.decode(record);
      case ALERT -> ALERT.decode(record);
      case RATING -> throw new IllegalArgumentException("ratings are not projected");
    };
  }

  private static boolean isOfKnownSchema(EventType type, ConsumerRecord<byte[], byte[]> record) {
    Header schema = record.headers().lastHeader(Headers.CE_TYPE);
    return schema == null
        || schema.value() == null
        || new String(schema.value(), StandardCharsets.UTF_8).equals(type.type());
  }

  private static <K> @Nullable K key(byte @Nullable [] bytes, Function<String, K> parse) {
    if (bytes == null) {
      return null;
    }
    try {
      return parse.apply(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static <V> @Nullable V value(byte[] bytes, Class<V> type) {
    try {
      V value = MAPPER.readValue(bytes, type);
      // What cannot be written again could not be kept.
      Json.write(value);
      return value;
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }
}
