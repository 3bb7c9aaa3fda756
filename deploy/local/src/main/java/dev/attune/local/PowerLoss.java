package dev.attune.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Whether the machine went down while a system wrote. The broker acknowledges a rating or session
 * when it is on the disk; of what is made of them, and of its own notes, the last seconds may then
 * be gone, and not all alike: a score may be lost whose rating counts as handled.
 *
 * <p>What has to be made again stays noted until it was, however often the start is interrupted.
 */
final class PowerLoss {

  /** What the broker leaves when it has written everything to the disk and ended. */
  private static final String BROKER_ENDED_IN_ORDER = "data/.kafka_cleanshutdown";

  private final Path broker;
  private final Path lastRun;
  private final Path loss;

  PowerLoss(DataDirectory directory) {
    this.broker = directory.kafka();
    this.lastRun = broker.resolve("machine-run");
    this.loss = broker.resolve("power-lost");
  }

  /** Whether the data of an earlier run can be relied on. */
  static boolean happened(@Nullable String lastRun, String thisRun, boolean endedInOrder) {
    return lastRun != null && !lastRun.equals(thisRun) && !endedInOrder;
  }

  /**
   * Looks at what the last run left, before the broker starts.
   *
   * @return whether what is derived has to be made again
   */
  boolean look(String thisRun) {
    try {
      Files.createDirectories(broker);
      boolean endedInOrder = Files.exists(broker.resolve(BROKER_ENDED_IN_ORDER));
      if (happened(readLastRun(), thisRun, endedInOrder)) {
        PrivateFile.write(loss, "");
      }
      PrivateFile.write(lastRun, thisRun);
      return Files.exists(loss);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Everything was made again. */
  void overcome() {
    try {
      Files.deleteIfExists(loss);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable String readLastRun() throws IOException {
    return Files.exists(lastRun) ? Files.readString(lastRun) : null;
  }
}
