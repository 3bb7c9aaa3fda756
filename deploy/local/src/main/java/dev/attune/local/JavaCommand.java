package dev.attune.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The command line of a child JVM, run by the same JDK as this one. */
final class JavaCommand {

  private final List<String> words = new ArrayList<>();

  static String executable() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  JavaCommand options(String... options) {
    words.addAll(List.of(options));
    return this;
  }

  JavaCommand classPath(String classPath) {
    words.add("-cp");
    words.add(classPath);
    return this;
  }

  JavaCommand mainClass(String name) {
    words.add(name);
    return this;
  }

  JavaCommand jar(Path jar) {
    words.add("-jar");
    words.add(jar.toString());
    return this;
  }

  JavaCommand arguments(String... arguments) {
    words.addAll(List.of(arguments));
    return this;
  }

  /** The command with everything on it. */
  List<String> words() {
    var all = new ArrayList<String>();
    all.add(executable());
    all.addAll(words);
    return all;
  }

  /** The command with everything in a file, for class paths longer than a command line may be. */
  List<String> through(Path file) throws IOException {
    Files.writeString(
        file, words.stream().map(JavaCommand::quoted).collect(Collectors.joining("\n")));
    return List.of(executable(), "@" + file);
  }

  private static String quoted(String word) {
    return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
