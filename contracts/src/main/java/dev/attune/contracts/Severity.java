package dev.attune.contracts;

/**
 * How much a sign weighs: {@code INFO} belongs to its session and is never pushed, {@code AMBER}
 * stands in the work list, {@code RED} is pushed and has to be acknowledged.
 */
public enum Severity {
  INFO,
  AMBER,
  RED
}
