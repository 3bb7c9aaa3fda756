package dev.attune.streams;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.contracts.RatingKey;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionRef;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of event lies on the log, and how its bytes are read: never with an exception,
 * always with a verdict.
 *
 * @param <K> the identity, read from the record's key
 * @param <V> the event, read from the record's value
 */
public final class RecordFormat<K, V> {

  public static final RecordFormat<RatingKey, Rating> RATING =
      new RecordFormat<>(
          EventType.RATING, Rating.class, RatingKey::parse, Rating::key, RecordFormat::isWhole);

  public static final RecordFormat<RatingKey, Score> SCORE =
      new RecordFormat<>(
          EventType.SCORE, Score.class, RatingKey::parse, Score::key, RecordFormat::isWhole);

  public static final RecordFormat<SessionKey, SessionRecord> SESSION =
      new RecordFormat<>(
          EventType.SESSION,
          SessionRecord.class,
          SessionKey::parse,
          SessionRecord::key,
          RecordFormat::isWhole);

  private final EventType event;
  private final byte[] eventType;
  private final ObjectReader reader;
  private final Function<String, K> parseKey;
  private final Function<V, K> keyOf;
  private final Predicate<V> isWhole;

  private RecordFormat(
      EventType event,
      Class<V> type,
      Function<String, K> parseKey,
      Function<V, K> keyOf,
      Predicate<V> isWhole) {
    this.event = event;
    this.eventType = event.type().getBytes(StandardCharsets.UTF_8);
    this.reader = Json.MAPPER.readerFor(type).with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    this.parseKey = parseKey;
    this.keyOf = keyOf;
    this.isWhole = isWhole;
  }

  /** The event of this format. */
  public EventType event() {
    return event;
  }

  /** Reads a record's bytes. */
  public Decoded<K, V> decode(
      byte @Nullable [] keyBytes,
      byte @Nullable [] valueBytes,
      org.apache.kafka.common.header.Headers headers) {
    K key = key(keyBytes);
    if (key == null) {
      return new Decoded.Dead<>(DeadReason.BAD_KEY);
    }
    if (valueBytes == null) {
      return new Decoded.Erasure<>(key);
    }
    if (!isKnown(headers.lastHeader(Headers.CE_TYPE))) {
      return new Decoded.Dead<>(DeadReason.UNKNOWN_SCHEMA);
    }
    V value = value(valueBytes);
    if (value == null) {
      return new Decoded.Dead<>(DeadReason.UNREADABLE);
    }
    return key.equals(keyOf.apply(value))
        ? new Decoded.Fact<>(key, value)
        : new Decoded.Dead<>(DeadReason.KEY_MISMATCH);
  }

  private @Nullable K key(byte @Nullable [] bytes) {
    if (bytes == null) {
      return null;
    }
    try {
      return parseKey.apply(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isKnown(@Nullable Header type) {
    return type == null || Arrays.equals(type.value(), eventType);
  }

  private @Nullable V value(byte[] bytes) {
    try {
      V value = reader.readValue(bytes);
      return value != null && isWhole.test(value) ? value : null;
    } catch (IOException e) {
      return null;
    }
  }

  private static boolean isWhole(Rating rating) {
    return isWhole(rating.session())
        && rating.rater() != null
        && areThere(rating.population(), rating.rater().perspective(), rating.ratedAt());
  }

  private static boolean isWhole(Score score) {
    return isWhole(score.session())
        && score.rater() != null
        && areThere(score.population(), score.rater().perspective(), score.ratedAt())
        && areThere(score.state(), score.definition());
  }

  private static boolean isWhole(SessionRecord session) {
    return areThere(session.status(), session.at(), session.setting(), session.delivery());
  }

  /** JSON may leave out what the records' types call present. */
  private static boolean isWhole(@Nullable SessionRef session) {
    return session != null && areThere(session.heldAt(), session.setting(), session.delivery());
  }

  private static boolean areThere(@Nullable Object... fields) {
    return Stream.of(fields).allMatch(Objects::nonNull);
  }
}
