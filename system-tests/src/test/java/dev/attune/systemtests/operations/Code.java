package dev.attune.systemtests.operations;

import dev.attune.systemtests.fixture.Root;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sources of a module, asked for what they know. */
record Code(String module, List<String> sources) {

  static Code of(String... modules) {
    return new Code(
        String.join(", ", modules),
        Stream.of(modules).flatMap(module -> sources(module).stream()).toList());
  }

  /** What the first group of the pattern catches, wherever it stands. */
  Set<String> all(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return sources.stream()
        .flatMap(source -> compiled.matcher(source).results())
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  boolean has(String pattern) {
    Pattern compiled = Pattern.compile(pattern);
    return sources.stream().anyMatch(source -> compiled.matcher(source).find());
  }

  /** Whether a typed configuration has this key, which begins with {@code attune.}. */
  boolean hasSetting(String key) {
    return sources.stream()
        .anyMatch(source ->
            Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.]+)\"\\)")
                .matcher(source)
                .results()
                .map(found -> found.group(1))
                .anyMatch(prefix ->
                    key.startsWith(prefix + ".")
                        && Pattern.compile(
                                "\\b" + method(key.substring(prefix.length() + 1)) + "\\(\\);")
                            .matcher(source)
                            .find()));
  }

  private static String method(String rest) {
    String first = rest.split("[.\"]", 2)[0];
    return Pattern.compile("-([a-z])")
        .matcher(first)
        .replaceAll(found -> found.group(1).toUpperCase(java.util.Locale.ROOT));
  }

  private static List<String> sources(String module) {
    try (Stream<Path> files = Files.walk(Root.path().resolve(module).resolve("src/main"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|properties)"))
          .map(Code::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
