package dev.attune.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * Tells one run of this machine from the next. What a process wrote outlives the process; only when
 * the machine itself ends, by loss of power or a crash of its system, may it be gone.
 */
final class MachineRun {

  private static final Path LINUX = Path.of("/proc/sys/kernel/random/boot_id");
  private static final int PATIENCE_SECONDS = 5;

  private MachineRun() {}

  /** An id of the present run; where the system tells none, one that equals no other. */
  static String id() {
    try {
      String told = Files.exists(LINUX) ? Files.readString(LINUX) : ofMacOs();
      return told.isBlank() ? unknown() : told.strip();
    } catch (IOException e) {
      return unknown();
    }
  }

  private static String ofMacOs() throws IOException {
    Process sysctl =
        new ProcessBuilder("/usr/sbin/sysctl", "-n", "kern.bootsessionuuid")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var output = sysctl.getInputStream()) {
      String told = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      return sysctl.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) ? told : "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  private static String unknown() {
    return "unknown " + UUID.randomUUID();
  }
}
