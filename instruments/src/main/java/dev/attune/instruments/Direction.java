package dev.attune.instruments;

/** What a high score means. */
public enum Direction {
  HIGH_IS_BETTER,
  HIGH_IS_WORSE
}
