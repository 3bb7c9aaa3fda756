package dev.attune.streams;

import dev.attune.contracts.DeadReason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * A record given up: whole where the dead letters can hold it, and otherwise cut and marked as cut,
 * because a letter that the broker refuses would stop its partition for good. A batch that was
 * compressed can hold records far beyond the size that a topic takes.
 */
final class DeadLetter {

  /** The {@code max.message.bytes} of the dead letters, and the largest request of a producer. */
  static final int LARGEST = 4 * 1024 * 1024;

  /** Names the parts that were cut, each with its size in the original in bytes. */
  static final String CUT = "dead_cut";

  /** For the headers that are added, and for what a batch holds beside the record. */
  private static final int ADDED = 8 * 1024;

  /** The lengths of a header's name and value take at most so many bytes. */
  private static final int AROUND_A_HEADER = 10;

  private DeadLetter() {}

  static Record<byte[], byte[]> of(
      Record<byte[], byte[]> original, DeadReason reason, RecordMetadata origin, String service) {
    List<String> cut = new ArrayList<>();
    int room = LARGEST - ADDED;
    byte[] key = head("key", original.key(), room, cut);
    room -= length(key);
    Headers kept = original.headers();
    long size = size(kept);
    if (size > room) {
      cut.add("headers=" + size);
      kept = new RecordHeaders();
    } else {
      room -= (int) size;
    }
    byte[] value = head("value", original.value(), room, cut);
    RecordHeaders headers = EventHeaders.ofDeadLetter(kept, reason, origin, service);
    if (!cut.isEmpty()) {
      headers.add(CUT, String.join(",", cut).getBytes(StandardCharsets.UTF_8));
    }
    return new Record<>(key, value, original.timestamp(), headers);
  }

  private static byte @Nullable [] head(
      String part, byte @Nullable [] bytes, int room, List<String> cut) {
    if (bytes == null || bytes.length <= room) {
      return bytes;
    }
    cut.add(part + "=" + bytes.length);
    return Arrays.copyOf(bytes, room);
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  private static long size(Headers headers) {
    long size = 0;
    for (Header header : headers) {
      int name = header.key().getBytes(StandardCharsets.UTF_8).length;
      size += AROUND_A_HEADER + name + length(header.value());
    }
    return size;
  }
}
