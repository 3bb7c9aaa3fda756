package dev.attune.benchmarks.detection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Json;
import dev.attune.detection.Norms;
import dev.attune.detection.RuleSet;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class ScoreboardTest {

  /** Wide enough for a tenth of the clients; each would be missed by the naive rules. */
  @ParameterizedTest
  @ValueSource(longs = {1, 20260101})
  void the_detector_stands_at_the_limit(long seed) throws Exception {
    List<Measure> board = Scoreboard.of(seed, 2_000);

    assertThat(board)
        .extracting(Measure::id)
        .containsExactly("M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11");
    assertThat(value(board, "M1", "found")).isBetween(0.66, 0.76);
    assertThat(value(board, "M2", "found")).isBetween(0.54, 0.66);
    assertThat(value(board, "M3", "least")).isGreaterThan(0.61);
    assertThat(value(board, "M4", "farthest")).isLessThan(1.5);
    assertThat(value(board, "M5", "farthest")).isLessThan(2.0);
    assertThat(value(board, "M6", "sessions")).isLessThan(0.2);
    assertThat(value(board, "M7", "alerts")).isLessThan(13);
    assertThat(value(board, "M7", "RED")).isLessThan(3.9);
    assertThat(value(board, "M8", "recognised")).isGreaterThan(0.80);
    assertThat(value(board, "M8", "wrongly closed")).isLessThan(0.30);
    assertThat(value(board, "M9", "found")).isGreaterThan(0.93);
    assertThat(value(board, "M9", "falsely")).isLessThan(10.5);
    assertThat(value(board, "M10", "RED")).isLessThan(8);
    assertThat(value(board, "M11", "bytes")).isLessThanOrEqualTo(64);
    assertThat(value(board, "M11", "same")).isEqualTo(1);
  }

  @Test
  void norms_that_do_not_fit_are_seen() throws Exception {
    RuleSet shipped = RuleSet.load("attune-default");

    List<Measure> board =
        Scoreboard.of(1, 1_000, shipped, new Norms(36.0, 2.75, 1.5, 0.6, 1.5, 40.0));

    assertThat(board.stream().filter(measure -> !measure.holds()).map(Measure::id))
        .contains("M4", "M5", "M7", "M10");
  }

  @Test
  void a_seed_on_the_command_line_is_honoured_and_the_board_can_be_had_as_json() throws Exception {
    var one = new StringWriter();
    var other = new StringWriter();

    int status = run(one, "--seed", "5", "--clients", "100", "--json");
    run(other, "--seed", "6", "--clients", "100", "--json");

    var board = Json.MAPPER.readTree(one.toString());
    assertThat(board.get("seed").asLong()).isEqualTo(5);
    assertThat(board.get("measures")).hasSize(11);
    assertThat(status).isEqualTo(board.get("holds").asBoolean() ? 0 : 1);
    assertThat(Json.MAPPER.readTree(other.toString()).get("measures").get(0).get("measured"))
        .isNotEqualTo(board.get("measures").get(0).get("measured"));
  }

  @Test
  void too_few_clients_are_refused_and_the_text_says_what_is_missed() {
    var out = new StringWriter();

    assertThat(run(out, "--clients", "99")).isEqualTo(CommandLine.ExitCode.USAGE);

    int status = run(out, "--clients", "100", "--seed", "5");
    assertThat(out.toString()).contains("M1", "M11", "reference", "limit");
    assertThat(out.toString().contains("MISSED")).isEqualTo(status == 1);
  }

  private static int run(StringWriter out, String... arguments) {
    return new CommandLine(new DetectionBench())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(new StringWriter(), true))
        .execute(arguments);
  }

  private static double value(List<Measure> board, String id, String figure) {
    return board.stream()
        .filter(measure -> measure.id().equals(id))
        .findFirst()
        .orElseThrow()
        .value(figure);
  }
}
