package dev.attune.instruments;

/** Whose view of the session an instrument asks for. */
public enum Perspective {
  CLIENT,
  THERAPIST,
  OBSERVER,
  CAREGIVER,
  GROUP_MEMBER
}
