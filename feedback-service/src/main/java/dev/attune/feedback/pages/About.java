package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;
import dev.attune.feedback.read.AlertView;

/** What an alert is about, for its headline and its suggestions. */
public enum About {
  STRAIN,
  LOW_START,
  WEARING_OFF,
  STAYS_LOW,
  UNRATED,
  WORSE,
  NO_BENEFIT,
  SLOWER,
  OTHER;

  static About of(AlertView alert) {
    Integer earlier = alert.evidence().earlierSessions();
    return switch (alert.rule()) {
      case "SRS-01", "SRS-09" -> earlier != null && earlier == 0 ? LOW_START : STRAIN;
      case "SRS-02" -> WEARING_OFF;
      case "SRS-06" -> STAYS_LOW;
      case "SRS-08" -> UNRATED;
      case "ORS-01", "ORS-04" -> WORSE;
      case "ORS-02" -> SLOWER;
      case "ORS-03" -> NO_BENEFIT;
      default -> OTHER;
    };
  }

  /** Whether it is about something that was lost, and may be repaired. */
  public boolean isStrain() {
    return switch (this) {
      case STRAIN, LOW_START, WEARING_OFF -> true;
      case STAYS_LOW, UNRATED, WORSE, NO_BENEFIT, SLOWER, OTHER -> false;
    };
  }

  /** Whether its alert says no more, as it stands, than that what was told no longer holds. */
  boolean isOver(AlertStatus status) {
    return status == AlertStatus.REPAIRED && !isStrain();
  }

  /** Whether it is about the alliance as it was rated. */
  public boolean isAlliance() {
    return switch (this) {
      case STRAIN, LOW_START, WEARING_OFF, STAYS_LOW -> true;
      case UNRATED, WORSE, NO_BENEFIT, SLOWER, OTHER -> false;
    };
  }
}
