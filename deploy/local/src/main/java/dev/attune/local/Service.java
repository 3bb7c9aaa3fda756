package dev.attune.local;

import java.nio.file.Path;
import java.util.List;

/** The four services, with their usual ports and the JVM they need on one machine. */
enum Service {
  INTAKE("intake-service", 8081, "-Xmx128m", Service.BOTH_COMPILERS),
  SCORING("scoring-service", 8082, "-Xmx128m", Service.QUICK_COMPILER),
  ALERT("alert-service", 8083, "-Xmx160m", Service.QUICK_COMPILER),
  FEEDBACK("feedback-service", 8084, "-Xmx192m", Service.QUICK_COMPILER);

  /**
   * The quick compiler alone: with few ratings a minute the thorough one would be at work for as
   * long as the system runs, on the same few cores.
   */
  private static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

  /** Imports come in masses. */
  private static final String BOTH_COMPILERS = "-XX:+TieredCompilation";

  private final String partName;
  private final int usualPort;
  private final String heap;
  private final String compilers;

  Service(String partName, int usualPort, String heap, String compilers) {
    this.partName = partName;
    this.usualPort = usualPort;
    this.heap = heap;
    this.compilers = compilers;
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
        compilers,
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
