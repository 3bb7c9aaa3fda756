package dev.attune.contracts;

/** Why a record became a dead letter. The code in the header is the name in lower case. */
public enum DeadReason {
  /** The key is missing or is none of this topic. */
  BAD_KEY,
  /** The value is no JSON of this topic's schema. */
  UNREADABLE,
  /** The {@code ce_type} header names a version of the schema that this reader does not know. */
  UNKNOWN_SCHEMA,
  /** The value tells another identity than the key. */
  KEY_MISMATCH,
  /** The instrument is not in the catalogue. */
  UNKNOWN_INSTRUMENT,
  /** The answers do not fit the instrument's definition. */
  UNSCORABLE,
  /** It would grow what is kept of its episode beyond a limit. */
  OVER_LIMIT;

  /** The code in the header. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
