package dev.attune.local;

import java.io.IOException;

/**
 * Ends a process when this JVM dies, however it dies: a tiny shell waits for its input, which this
 * JVM holds open, to end.
 */
final class Leash implements AutoCloseable {

  private static final String SCRIPT =
      """
      trap '' INT HUP TERM
      read -r line && exit 0
      kill -"$1" "$2" 2>/dev/null
      i=0
      while [ $i -lt 10 ]; do
        kill -0 "$2" 2>/dev/null || exit 0
        sleep 1
        i=$((i + 1))
      done
      kill -"$3" "$2" 2>/dev/null
      """;

  private final Process shell;

  private Leash(Process shell) {
    this.shell = shell;
  }

  /**
   * Puts a process on the leash.
   *
   * @param gentle the signal it gets when this JVM dies
   * @param hard the signal it gets ten seconds later
   */
  static Leash on(ProcessHandle process, String gentle, String hard) throws IOException {
    var command =
        new ProcessBuilder(
                "/bin/sh", "-c", SCRIPT, "leash", gentle, Long.toString(process.pid()), hard)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    var leash = new Leash(command.start());
    var _ = process.onExit().thenRun(leash::close);
    return leash;
  }

  /** Lets the process go, as also happens when it ends. */
  @Override
  public void close() {
    shell.destroyForcibly();
  }
}
