package dev.attune.feedback.project;

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
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads records of the log; whatever is in them, it answers and never throws. */
final class Decoder {

  private Decoder() {}

  static Entry decode(EventType type, ConsumerRecord<byte[], byte[]> record) {
    if (!isOfKnownSchema(type, record)) {
      return new Entry.Dead(DeadReason.UNKNOWN_SCHEMA);
    }
    byte[] value = record.value();
    return switch (type) {
      case SCORE -> score(record.key(), value);
      case SESSION -> session(record.key(), value);
      case ALERT -> alert(record.key(), value);
      case RATING -> throw new IllegalArgumentException("ratings are not projected");
    };
  }

  private static Entry score(byte[] key, byte @Nullable [] value) {
    RatingKey identity = key(key, RatingKey::parse);
    if (identity == null) {
      return new Entry.Dead(DeadReason.BAD_KEY);
    }
    if (value == null) {
      return new Entry.ScoreErased(identity);
    }
    Score score = value(value, Score.class);
    if (score == null) {
      return new Entry.Dead(DeadReason.UNREADABLE);
    }
    return score.key().equals(identity)
        ? new Entry.Scored(score)
        : new Entry.Dead(DeadReason.KEY_MISMATCH);
  }

  private static Entry session(byte[] key, byte @Nullable [] value) {
    SessionKey identity = key(key, SessionKey::parse);
    if (identity == null) {
      return new Entry.Dead(DeadReason.BAD_KEY);
    }
    if (value == null) {
      return new Entry.SessionErased(identity);
    }
    SessionRecord session = value(value, SessionRecord.class);
    if (session == null) {
      return new Entry.Dead(DeadReason.UNREADABLE);
    }
    return session.key().equals(identity)
        ? new Entry.SessionTold(session)
        : new Entry.Dead(DeadReason.KEY_MISMATCH);
  }

  private static Entry alert(byte[] key, byte @Nullable [] value) {
    AlertKey identity = key(key, AlertKey::parse);
    if (identity == null) {
      return new Entry.Dead(DeadReason.BAD_KEY);
    }
    if (value == null) {
      return new Entry.AlertErased(identity);
    }
    Alert alert = value(value, Alert.class);
    if (alert == null) {
      return new Entry.Dead(DeadReason.UNREADABLE);
    }
    return alert.key().equals(identity)
        ? new Entry.AlertTold(alert)
        : new Entry.Dead(DeadReason.KEY_MISMATCH);
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
      V value = Json.read(bytes, type);
      // What cannot be written again could not be kept.
      Json.write(value);
      return value;
    } catch (RuntimeException e) {
      return null;
    }
  }
}
