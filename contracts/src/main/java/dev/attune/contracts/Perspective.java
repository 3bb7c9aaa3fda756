package dev.attune.contracts;

/** Whose view of the session a rating is. */
public enum Perspective {
  CLIENT,
  THERAPIST,
  OBSERVER,
  CAREGIVER,
  GROUP_MEMBER
}
