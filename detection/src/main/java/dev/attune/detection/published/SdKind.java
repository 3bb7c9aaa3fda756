package dev.attune.detection.published;

/** Which standard deviation is meant. "One SD" without a kind can mean 2.0 or 3.3 points. */
public enum SdKind {
  /** Of all scores of the sample. */
  TOTAL,
  /** The mean, over the sample's clients, of each client's own. */
  WITHIN,
  /** Of the sample's differences from one session to the next. */
  DIFF,
  /** Of all scores of the client in question. */
  CLIENT
}
