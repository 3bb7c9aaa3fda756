package dev.attune.local.letters;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A record that a service gave up.
 *
 * @param at where the letter stands
 * @param origin where the record stands, or stood
 * @param receivedAt when the record was received, in milliseconds since 1970
 * @param value the record's bytes; null where they were too many, or it erased something
 * @param headers the record's own
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are handed on, letters never compared
public record DeadLetter(
    Place at,
    Place origin,
    String reason,
    String service,
    long receivedAt,
    byte @Nullable [] key,
    byte @Nullable [] value,
    List<Header> headers) {

  private static final List<String> OF_THE_LETTER =
      List.of(
          Headers.DEAD_REASON,
          Headers.DEAD_TOPIC,
          Headers.DEAD_PARTITION,
          Headers.DEAD_OFFSET,
          Headers.DEAD_SERVICE);

  public DeadLetter {
    headers = List.copyOf(headers);
  }

  /** Reads a letter; nothing where the record is none. */
  static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> record) {
    String reason = header(record, Headers.DEAD_REASON);
    String service = header(record, Headers.DEAD_SERVICE);
    Optional<Place> origin = origin(record);
    if (reason == null || service == null || origin.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new DeadLetter(
            Place.of(record),
            origin.get(),
            reason,
            service,
            record.timestamp(),
            record.key(),
            record.value(),
            Arrays.stream(record.headers().toArray())
                .filter(header -> !OF_THE_LETTER.contains(header.key()))
                .toList()));
  }

  /** The place that a letter, or the note of a redrive, names. */
  static Optional<Place> origin(ConsumerRecord<?, ?> record) {
    String topic = header(record, Headers.DEAD_TOPIC);
    String partition = header(record, Headers.DEAD_PARTITION);
    String offset = header(record, Headers.DEAD_OFFSET);
    if (topic == null || partition == null || offset == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Place(topic, Integer.parseInt(partition), Long.parseLong(offset)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** The key as text, for people. */
  public String keyText() {
    return key == null ? "" : new String(key, StandardCharsets.UTF_8);
  }

  /** How many bytes the record's value has. */
  public int size() {
    return value == null ? 0 : value.length;
  }

  /** Whether this is a reason that this version knows. */
  public static boolean isReason(String code) {
    return Arrays.stream(DeadReason.values()).anyMatch(reason -> reason.code().equals(code));
  }

  static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? null
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
