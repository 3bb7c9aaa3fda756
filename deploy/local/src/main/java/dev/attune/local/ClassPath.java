package dev.attune.local;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of this JVM's class path that a child of it needs. */
final class ClassPath {

  private static final Pattern OF_THE_BROKER =
      Pattern.compile(
          "(attune-local|kafka|scala|jackson|snakeyaml|slf4j|jboss|smallrye-common|log4j|caffeine"
              + "|metrics-core|jopt-simple|argparse4j|pcollections|hash4j|HdrHistogram|re2j"
              + "|commons-|jose4j|zstd|snappy|lz4|jakarta\\.json|parsson).*\\.jar");

  private ClassPath() {}

  /** What the broker needs: Kafka with its dependencies, and this module. */
  static String ofTheBroker() {
    return entries().stream()
        .filter(ClassPath::isOfTheBroker)
        .collect(Collectors.joining(File.pathSeparator));
  }

  static String whole() {
    return String.join(File.pathSeparator, entries());
  }

  private static List<String> entries() {
    return Arrays.stream(System.getProperty("java.class.path", "").split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> new File(entry).getAbsolutePath())
        .toList();
  }

  private static boolean isOfTheBroker(String entry) {
    var file = new File(entry);
    return file.isDirectory()
        ? entry.replace(File.separatorChar, '/').contains("deploy/local/target/")
        : OF_THE_BROKER.matcher(file.getName()).matches();
  }
}
