package dev.attune.contracts;

/** How far a rating could be scored. */
public enum ScoreState {
  /** Every item of the scale was answered. */
  COMPLETE,
  /** Some items are missing, within the limit of the definition; the score is prorated. */
  PRORATED,
  /** Too many items are missing: no score, though single items may still be flagged. */
  INSUFFICIENT,
  /** The person chose not to rate, which is itself an event. */
  DECLINED
}
