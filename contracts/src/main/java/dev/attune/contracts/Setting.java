package dev.attune.contracts;

/** Who sits in the room together. */
public enum Setting {
  INDIVIDUAL,
  COUPLE,
  FAMILY,
  GROUP
}
