package dev.attune.contracts;

/**
 * Where an alert stands, as the ratings alone tell it (what people did about it is kept by
 * feedback-service).
 *
 * <pre>
 * NOTED                                              a mark: belongs to its session
 * OPEN ─▶ RECOVERING ─▶ REPAIRED | PROBABLY_REPAIRED an alert
 *      └──────────────▶ UNREPAIRED
 * any ─▶ RETRACTED                                   a correction removed the cause
 * </pre>
 */
public enum AlertStatus {
  NOTED,
  OPEN,
  RECOVERING,
  PROBABLY_REPAIRED,
  REPAIRED,
  UNREPAIRED,
  RETRACTED
}
