package dev.attune.instruments.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/** Packs on disk: the example of the documents, copied and changed. */
final class PackFiles {

  static final String EXAMPLE = "week-glance";
  static final Path DOCUMENTED =
      Path.of(Objects.requireNonNull(System.getProperty("attune.root"))).resolve("docs/packs");

  final Path directory;

  PackFiles(Path directory) {
    this.directory = directory;
  }

  /** A copy of the example under this name. */
  PackFiles example(String name) {
    Path from = DOCUMENTED.resolve(EXAMPLE);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path to = directory.resolve(name).resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  PackFiles write(String file, String content) {
    try {
      Path path = directory.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, content);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One passage replaced, which has to be there. */
  PackFiles edit(String file, String passage, String by) {
    String text = text(file);
    if (!text.contains(passage)) {
      throw new IllegalArgumentException(passage + " is not in " + file);
    }
    return write(file, text.replace(passage, by));
  }

  PackFiles delete(String file) {
    try {
      Files.delete(directory.resolve(file));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String text(String file) {
    try {
      return Files.readString(directory.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Packs read() {
    return Packs.read(directory);
  }
}
