package dev.attune.local;

import java.nio.file.Path;
import java.util.List;

/** The four services, with their usual ports and the memory they need on one machine. */
enum Service {
  INTAKE("intake-service", 8081, "-Xmx128m"),
  SCORING("scoring-service", 8082, "-Xmx128m"),
  ALERT("alert-service", 8083, "-Xmx160m"),
  FEEDBACK("feedback-service", 8084, "-Xmx192m");

  private final String partName;
  private final int usualPort;
  private final String heap;

  Service(String partName, int usualPort, String heap) {
    this.partName = partName;
    this.usualPort = usualPort;
    this.heap = heap;
  }

  /** Its name as people, files and status know it. */
  String partName() {
    return partName;
  }

  int usualPort() {
    return usualPort;
  }

  List<String> jvmOptions() {
    return List.of(
        heap,
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:MaxDirectMemorySize=48m",
        "-XX:ReservedCodeCacheSize=64m",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xshare:auto",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow");
  }

  /** The packaged application, below the repository's root. */
  Path jar(Path root) {
    return root.resolve(partName).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
