package dev.attune.local;

import java.io.PrintStream;

/** Where the launcher speaks to the person who started it. */
final class Console {

  private final PrintStream out;

  Console(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    out.println(line);
    out.flush();
  }

  /** An error in one line: its message, with the kind of error where that says more. */
  static String line(Throwable error) {
    String message = error.getMessage();
    if (message == null || message.isBlank()) {
      return error.getClass().getSimpleName();
    }
    String first = message.lines().findFirst().orElse(message);
    return error instanceof Refusal || error instanceof IllegalStateException
        ? first
        : error.getClass().getSimpleName() + ": " + first;
  }
}
