package dev.attune.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class InstrumentsCommandTest {

  private static final Path DOCUMENTED =
      Path.of(System.getProperty("attune.root")).resolve("docs/packs");

  @TempDir private Path directory;

  @Test
  void sound_packs_are_named() {
    Run run = run("instruments", "check", DOCUMENTED.toString());

    assertThat(run.code()).isZero();
    assertThat(run.out()).isEqualTo("week-glance 1: sound\n");
  }

  @Test
  void every_fault_is_a_line_and_the_exit_code_tells() throws Exception {
    Path pack = Files.createDirectories(directory.resolve("clinic"));
    Files.writeString(pack.resolve("pack.yaml"), "id: clinic\nname: x\n");

    Run run = run("instruments", "check", directory.toString());

    assertThat(run.code()).isOne();
    assertThat(run.out().lines())
        .containsExactly(
            "clinic/pack.yaml:1: lacks title",
            "clinic/pack.yaml:1: lacks version",
            "clinic/pack.yaml:2: /name: must not be here");
  }

  @Test
  void directory_without_packs_is_no_success() {
    Run run = run("instruments", "check", directory.toString());

    assertThat(run.code()).isOne();
    assertThat(run.err()).contains("there is no pack in");
  }

  private record Run(int code, String out, String err) {}

  private static Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new StringWriter();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine commandLine = Attune.commandLine().setErr(new PrintWriter(err, true));
      int code = commandLine.execute(arguments);
      return new Run(code, out.toString(StandardCharsets.UTF_8), err.toString());
    } finally {
      System.setOut(before);
    }
  }
}
