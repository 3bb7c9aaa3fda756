package dev.attune.local;

import java.nio.file.Files;
import java.nio.file.Path;
import kafka.Kafka;
import kafka.tools.StorageTool;

/** The program of the broker's own JVM: formats the storage where it is new, then runs Kafka. */
final class Broker {

  private Broker() {}

  /**
   * Runs until the process is told to end.
   *
   * @param arguments the settings' file, the data directory, and the cluster's id
   */
  public static void main(String[] arguments) {
    String settings = arguments[0];
    Path data = Path.of(arguments[1]);
    String cluster = arguments[2];
    if (!Files.exists(data.resolve("meta.properties"))) {
      int refused =
          StorageTool.execute(
              new String[] {
                "format", "--config", settings, "--cluster-id", cluster, "--ignore-formatted"
              },
              System.out);
      if (refused != 0) {
        System.exit(refused);
      }
    }
    Kafka.main(new String[] {settings});
  }
}
