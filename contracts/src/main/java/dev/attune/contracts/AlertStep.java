package dev.attune.contracts;

/** One step in the life of an alert, and the session whose rating caused it. */
public record AlertStep(AlertStatus status, Severity severity, SessionRef session) {

  public AlertStep {
    Required.field("status", status);
    Required.field("severity", severity);
    Required.field("session", session);
  }
}
