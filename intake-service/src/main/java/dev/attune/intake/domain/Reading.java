package dev.attune.intake.domain;

import java.util.List;

/** What became of reading a body. */
public sealed interface Reading<T> {

  /** A legal value. */
  record Legal<T>(T value) implements Reading<T> {}

  /**
   * No JSON.
   *
   * @param line where reading stopped, from 1
   * @param column where in that line, in bytes from 1
   */
  record Unreadable<T>(int line, int column) implements Reading<T> {}

  /** JSON, but not a legal value: everything that is wrong with it. */
  record Illegal<T>(List<Fault> faults) implements Reading<T> {

    public Illegal {
      faults = List.copyOf(faults);
    }
  }
}
