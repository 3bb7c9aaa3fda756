package dev.attune.local.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadModelResetTest {

  private static final Pattern TABLE = Pattern.compile("(?m)^create table (\\w+)");

  @Test
  void of_every_table_it_is_decided_whether_the_log_can_make_it_again() throws IOException {
    var decided = new ArrayList<>(ReadModelReset.EMPTIED);
    decided.addAll(ReadModelReset.KEPT);
    decided.add("projection_offset");

    assertThat(tables()).isNotEmpty().containsExactlyInAnyOrderElementsOf(decided);
  }

  private static List<String> tables() throws IOException {
    Path migrations = root().resolve("feedback-service/src/main/resources/db/migration");
    var tables = new ArrayList<String>();
    try (Stream<Path> files = Files.list(migrations)) {
      for (Path file : files.toList()) {
        tables.addAll(
            TABLE.matcher(Files.readString(file)).results().map(ReadModelResetTest::name).toList());
      }
    }
    return tables;
  }

  private static String name(MatchResult table) {
    return table.group(1);
  }

  private static Path root() {
    Path path = Path.of("").toAbsolutePath();
    while (!Files.isRegularFile(path.resolve("mvnw"))) {
      path = Objects.requireNonNull(path.getParent(), "not within the repository");
    }
    return path;
  }
}
