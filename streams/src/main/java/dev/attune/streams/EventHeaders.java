package dev.attune.streams;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** The headers of what a step publishes: CloudEvents in binary mode, and those of a dead letter. */
final class EventHeaders {

  private static final Header SPECVERSION = header(Headers.CE_SPECVERSION, "1.0");
  private static final Header JSON = header(Headers.CONTENT_TYPE, "application/json");
  private static final Map<EventType, Header> TYPES = types();

  /** A trace of W3C Trace Context is 55 characters; what is far longer is none. */
  private static final int LONGEST_TRACE = 256;

  private EventHeaders() {}

  /**
   * The headers of an event.
   *
   * @param origin the record that caused it; with {@code place} it makes the id, so that a record
   *     handled again after a crash publishes the same id
   * @param place counts the events of one record from 0
   * @param time milliseconds since 1970
   * @param caused the headers of the record that caused it, whose trace is carried on
   */
  static RecordHeaders of(
      EventType event,
      String service,
      RecordMetadata origin,
      int place,
      long time,
      org.apache.kafka.common.header.Headers caused) {
    var headers = new RecordHeaders();
    headers.add(SPECVERSION);
    headers.add(
        header(
            Headers.CE_ID,
            origin.topic() + ':' + origin.partition() + ':' + origin.offset() + ':' + place));
    headers.add(type(event));
    headers.add(header(Headers.CE_SOURCE, "/attune/" + service));
    headers.add(header(Headers.CE_TIME, Instant.ofEpochMilli(time).toString()));
    headers.add(JSON);
    Header trace = caused.lastHeader(Headers.TRACEPARENT);
    if (trace != null && trace.value() != null && trace.value().length <= LONGEST_TRACE) {
      headers.add(trace);
    }
    return headers;
  }

  /** The record's own headers, then why and where it was given up. */
  static RecordHeaders ofDeadLetter(
      org.apache.kafka.common.header.Headers original,
      DeadReason reason,
      RecordMetadata origin,
      String service) {
    var headers = new RecordHeaders(original.toArray());
    put(headers, Headers.DEAD_REASON, reason.code());
    put(headers, Headers.DEAD_TOPIC, origin.topic());
    put(headers, Headers.DEAD_PARTITION, Integer.toString(origin.partition()));
    put(headers, Headers.DEAD_OFFSET, Long.toString(origin.offset()));
    put(headers, Headers.DEAD_SERVICE, service);
    return headers;
  }

  private static void put(RecordHeaders headers, String name, String value) {
    headers.remove(name);
    headers.add(header(name, value));
  }

  private static Header type(EventType event) {
    Header header = TYPES.get(event);
    return header == null ? header(Headers.CE_TYPE, event.type()) : header;
  }

  private static Map<EventType, Header> types() {
    var types = new EnumMap<EventType, Header>(EventType.class);
    for (EventType event : EventType.values()) {
      types.put(event, header(Headers.CE_TYPE, event.type()));
    }
    return types;
  }

  private static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
