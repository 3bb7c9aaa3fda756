package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;

/** Whether an alert still asks for something. */
final class Standing {

  private Standing() {}

  static boolean asks(AlertStatus status) {
    return switch (status) {
      case OPEN, RECOVERING, UNREPAIRED -> true;
      case NOTED, PROBABLY_REPAIRED, REPAIRED, RETRACTED -> false;
    };
  }
}
