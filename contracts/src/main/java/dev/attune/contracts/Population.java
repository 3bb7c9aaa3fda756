package dev.attune.contracts;

/** The population whose norms and cut-offs apply to a client. */
public enum Population {
  ADULT,
  ADOLESCENT,
  CHILD
}
