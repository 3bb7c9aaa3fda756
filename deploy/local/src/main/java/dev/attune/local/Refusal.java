package dev.attune.local;

/** Something a person has to change; its message is one clear line that says what. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** A refusal that says so. */
  public Refusal(String line) {
    super(line);
  }
}
