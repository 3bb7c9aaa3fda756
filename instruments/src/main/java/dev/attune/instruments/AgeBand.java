package dev.attune.instruments;

/** The client's age, as coarse as cut-offs and norms tell it apart. */
public enum AgeBand {
  /** 18 years and older. */
  ADULT,
  /** 13 to 17 years. */
  ADOLESCENT,
  /** 12 years and younger. */
  CHILD
}
