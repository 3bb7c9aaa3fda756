package dev.attune.intake.log;

import dev.attune.contracts.EventType;
import dev.attune.contracts.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A fact on its way to the log.
 *
 * @param tenant whose it is
 * @param id what the fact is about; with the sum of its content and the moment of its receipt it
 *     makes the CloudEvents id. Without the moment, content that is changed and changed back would
 *     have an id a second time, and a reader who passes over known ids would miss it
 * @param key its key on the log
 * @param value its JSON
 * @param at when it was received
 * @param traceparent the W3C trace context under which it was received
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
public record Event(
    EventType type,
    String tenant,
    String id,
    String key,
    byte[] value,
    Instant at,
    String traceparent) {

  private static final byte[] SPECVERSION = bytes("1.0");
  private static final byte[] SOURCE = bytes("/attune/intake-service");
  private static final byte[] JSON = bytes("application/json");

  ProducerRecord<String, byte[]> toRecord() {
    var record = new ProducerRecord<>(type.topic().topicName(), key, value);
    record
        .headers()
        .add(Headers.CE_SPECVERSION, SPECVERSION)
        .add(Headers.CE_ID, bytes(id + "-" + sumOfContent() + "-" + microsOfReceipt()))
        .add(Headers.CE_TYPE, bytes(type.type()))
        .add(Headers.CE_SOURCE, SOURCE)
        .add(Headers.CE_TIME, bytes(at.toString()))
        .add(Headers.CONTENT_TYPE, JSON)
        .add(Headers.TRACEPARENT, bytes(traceparent));
    return record;
  }

  private String sumOfContent() {
    var crc = new CRC32C();
    crc.update(value);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  private String microsOfReceipt() {
    return Long.toHexString(ChronoUnit.MICROS.between(Instant.EPOCH, at));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
