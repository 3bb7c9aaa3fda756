package dev.attune.contracts;

/**
 * The names of Kafka headers: CloudEvents 1.0 in binary mode, W3C Trace Context, and those of a
 * dead letter. No header holds personal data beyond the opaque identifiers of the key.
 */
public final class Headers {

  public static final String CE_SPECVERSION = "ce_specversion";
  public static final String CE_ID = "ce_id";
  public static final String CE_TYPE = "ce_type";
  public static final String CE_SOURCE = "ce_source";
  public static final String CE_TIME = "ce_time";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACEPARENT = "traceparent";

  /** A stable code: why nobody can read or handle the record. */
  public static final String DEAD_REASON = "dead_reason";

  /** The topic the record came from. */
  public static final String DEAD_TOPIC = "dead_topic";

  /** The partition the record came from, in decimal digits. */
  public static final String DEAD_PARTITION = "dead_partition";

  /** The offset of the record, in decimal digits. */
  public static final String DEAD_OFFSET = "dead_offset";

  /** The service that gave it up. */
  public static final String DEAD_SERVICE = "dead_service";

  private Headers() {}
}
