package dev.attune.feedback.domain;

import dev.attune.contracts.AlertStatus;
import java.util.Arrays;
import java.util.List;

/** Whether an alert still asks for something. */
public final class Standing {

  private Standing() {}

  /** Whether an alert that stands so has not been closed by the ratings yet. */
  public static boolean asks(AlertStatus status) {
    return switch (status) {
      case OPEN, RECOVERING, UNREPAIRED -> true;
      case NOTED, PROBABLY_REPAIRED, REPAIRED, RETRACTED -> false;
    };
  }

  /** Every status in which an alert asks for something. */
  public static List<AlertStatus> asking() {
    return Arrays.stream(AlertStatus.values()).filter(Standing::asks).toList();
  }
}
