package dev.attune.systemtests.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Score;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Root;
import dev.attune.systemtests.fixture.SharedSystem;
import dev.attune.systemtests.local.Terminal.Outcome;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SharedSystem.class)
class ImportIT {
  private static final String THERAPIST = "T-9";
  private static final BigDecimal CUT_OFF = BigDecimal.valueOf(36);

  private final Attune attune;
  private final Clinic clinic;
  private final Terminal terminal;
  private final Path elsewhere;

  ImportIT(Attune attune, @TempDir Path elsewhere) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.terminal = new Terminal(elsewhere);
    this.elsewhere = elsewhere;
  }

  /** Third-party data that lies beside the repository or not at all. */
  @Test
  void all_277_ratings_of_the_public_data_are_scored_and_a_second_import_changes_nothing() {
    Path file = Root.path().resolve("../shared/data/srs-sessions.csv").normalize();
    assumeTrue(Files.isReadable(file), "no third-party data at " + file + ": not imported");

    Outcome first = importing(file);

    assertThat(first.exit()).as(first.err()).isZero();
    assertThat(first.out()).contains("277 accepted, 0 repeated, 0 refused");
    clinic.settle();
    assertThat(scores()).hasSize(277);
    assertThat(scores()).filteredOn(score -> isBelowCutOff(score)).hasSize(213);
    assertThat(caseload()).hasSize(150);
    List<Logged<?>> log = everything();
    List<JsonNode> alerts = alerts();
    List<JsonNode> caseload = caseload();
    assertThat(alerts).isNotEmpty();

    Outcome second = importing(file);

    assertThat(second.out()).contains("0 accepted, 277 repeated, 0 refused");
    clinic.settle();
    assertThat(everything()).isEqualTo(log);
    assertThat(alerts()).isEqualTo(alerts);
    assertThat(caseload()).isEqualTo(caseload);
  }

  @Test
  void lines_that_are_refused_are_listed_with_number_and_reason_and_spoil_no_other()
      throws IOException {
    Path file = elsewhere.resolve("ratings.csv");
    Files.writeString(
        file,
        """
        pairing_id,session_id,relationship,goals_and_topics,approach_or_method,overall,total
        1,1,9,9,9,9,36
        1,2,9,9,9,11,38
        1,3,9,9,9
        1,4,9,9,9,9,30
        2,1,8.5,9,8,8.8,34.3
        """);

    Outcome outcome = importing(file);

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.out()).contains("2 accepted, 0 repeated, 3 refused");
    List<String> refused = Files.readAllLines(elsewhere.resolve("ratings.csv.refused.csv"));
    assertThat(refused).hasSize(4);
    assertThat(refused.subList(1, 4))
        .satisfiesExactlyInAnyOrder(
            line -> assertThat(line).startsWith("3,").contains("answers"),
            line -> assertThat(line).startsWith("4,").contains("columns"),
            line -> assertThat(line).startsWith("5,").contains("total"));
    Eventually.holds(() -> assertThat(scores()).hasSize(2));
  }

  @Test
  void other_columns_are_named_with_map() throws IOException {
    Path file = elsewhere.resolve("other.csv");
    Files.writeString(file, "case,nr,sum\nA,1,36.5\nA,2,30\n");

    Outcome outcome =
        terminal.attune(
            "import",
            file.toString(),
            "--instrument",
            "srs",
            "--map",
            "episode=case,number=nr,total=sum",
            "--tenant",
            clinic.tenant(),
            "--data",
            attune.directory().toString());

    assertThat(outcome.out()).as(outcome.err()).contains("2 accepted, 0 repeated, 0 refused");
    Eventually.holds(() -> assertThat(scores()).hasSize(2));
  }

  @Test
  void a_file_without_the_needed_columns_is_refused_in_one_line() throws IOException {
    Path file = elsewhere.resolve("unrelated.csv");
    Files.writeString(file, "name,weight\nx,1\n");

    Outcome outcome = importing(file);

    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
    assertThat(outcome.err()).contains("--map");
  }

  private Outcome importing(Path file) {
    return terminal.attune(
        "import",
        file.toString(),
        "--instrument",
        "srs",
        "--tenant",
        clinic.tenant(),
        "--data",
        attune.directory().toString());
  }

  /** Of the file's own therapist: what settles the system belongs to others. */
  private List<Score> scores() {
    return attune.log().scores(clinic.tenant()).stream()
        .map(Logged::value)
        .map(Objects::requireNonNull)
        .filter(score -> score.therapist().equals(THERAPIST))
        .toList();
  }

  private static boolean isBelowCutOff(Score score) {
    BigDecimal total = score.total();
    return total != null && total.compareTo(CUT_OFF) < 0;
  }

  private List<Logged<?>> everything() {
    var log = new ArrayList<Logged<?>>();
    attune.log().scores(clinic.tenant()).stream()
        .filter(logged -> Objects.requireNonNull(logged.value()).therapist().equals(THERAPIST))
        .forEach(log::add);
    attune.log().alertsAndMarks(clinic.tenant()).stream()
        .filter(logged -> Objects.requireNonNull(logged.value()).therapist().equals(THERAPIST))
        .forEach(log::add);
    return log;
  }

  private List<JsonNode> caseload() {
    return clinic.therapist(THERAPIST).all("/v1/caseload", "episodes");
  }

  private List<JsonNode> alerts() {
    return clinic.therapist(THERAPIST).all("/v1/alerts", "alerts");
  }
}
