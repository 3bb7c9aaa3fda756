package dev.attune.systemtests.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Topic;
import dev.attune.systemtests.client.LogWriter;
import dev.attune.systemtests.client.RawRecord;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.local.Terminal.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operations team types on a bad day. A system of its own, for it is made to differ. */
class OperationsIT {
  private static final Map<String, String> NEWER = Map.of(Headers.CE_TYPE, "dev.attune.rating.v2");

  @SuppressWarnings("NullAway.Init") // started before all
  private static Attune attune;

  private final Terminal terminal;
  private final Clinic clinic = new Clinic(attune);
  private final Clinic.Therapist therapist = clinic.therapist();
  private final Case about = therapist.newCase();

  OperationsIT(@TempDir Path directory) {
    this.terminal = new Terminal(directory);
  }

  @BeforeAll
  static void start() {
    attune = Attune.start();
  }

  @AfterAll
  static void stop() {
    attune.close();
  }

  @Test
  void a_system_at_work_agrees_with_itself() throws IOException {
    clinic.postSeries(about, Case.STRAINED);

    JsonNode report = verify(0, "--within", "30");

    assertThat(report.path("agrees").asBoolean()).isTrue();
    assertThat(report.at("/compared/ratings").asLong()).isEqualTo(Case.STRAINED.size());
    assertThat(report.at("/compared/alerts").asLong()).isPositive();
  }

  @Test
  void what_was_damaged_is_named_and_made_again_and_nobody_is_told_again()
      throws IOException, SQLException {
    clinic.postSeries(about, Case.STRAINED.subList(0, 5));
    verify(0, "--within", "30");
    String alert = therapist.all("/v1/alerts", "alerts").getFirst().path("alert").asText();
    assertThat(therapist.post("/v1/alerts/" + alert + "/acknowledge").status()).isLessThan(300);
    List<String> told = alertsTold();
    assertThat(told).isNotEmpty();
    damage("update score set total = 1 where episode = '%s' and session = 'S-2'");
    damage("delete from alert where episode = '%s' and alert = '" + alert + "'");
    damage("delete from session where episode = '%s' and session = 'S-3'");

    JsonNode report = verify(1, "--within", "1");

    assertThat(kinds(report))
        .containsExactlyInAnyOrder("SCORE_DIFFERS", "ALERT_NOT_IN_READ_MODEL", "NOT_DERIVED");
    assertThat(report.findValues("keys").toString())
        .contains(about.key(2), alert, about.episode() + "/S-3");

    Outcome rebuilt = terminal.attune("rebuild", "feedback", "--within", "90", "--data", data());

    assertThat(rebuilt.exit()).as(rebuilt.out() + rebuilt.err()).isZero();
    assertThat(kinds(verify(0))).isEmpty();
    Eventually.holds(() ->
        assertThat(therapist.all("/v1/alerts", "alerts"))
            .filteredOn(each -> each.path("alert").asText().equals(alert))
            .singleElement()
            .satisfies(each ->
                assertThat(each.path("acknowledgedBy").asText()).isEqualTo(therapist.id())));
    assertThat(alertsTold()).isEqualTo(told);
  }

  @Test
  void a_dead_letter_goes_back_to_where_it_came_from_once() throws IOException {
    byte[] bytes = about.srs(1, "36").put("tenant", about.tenant()).toString().getBytes(UTF_8);
    RecordMetadata given = write(bytes);
    JsonNode letter = Json.MAPPER.readTree(letters(1).getFirst());
    assertThat(letter.path("reason").asText()).isEqualTo("unknown-schema");
    assertThat(letter.path("key").asText()).isEqualTo(about.key(1));
    assertThat(letter.path("bytes").asInt()).isEqualTo(bytes.length);
    assertThat(letter.path("redriven").asBoolean()).isFalse();
    assertThat(redrive("--dry-run")).contains("1 to send");

    assertThat(redrive()).contains("1 sent");

    RawRecord again = records().getLast();
    assertThat(again.logged().value()).isEqualTo(bytes);
    assertThat(again.logged().partition()).isEqualTo(given.partition());
    assertThat(again.headers())
        .containsEntry(
            "redriven_from",
            Topic.RATINGS.topicName() + "/" + given.partition() + "/" + given.offset())
        .containsAllEntriesOf(NEWER)
        .doesNotContainKey(Headers.DEAD_REASON);
    // This service still does not know the schema: so it is given up again, as another letter.
    assertThat(letters(2)).anyMatch(line -> line.contains("\"redriven\":true"));
    assertThat(redrive("--limit", "1")).contains("1 sent").contains("1 refused: driven again");
    verify(0, "--within", "30");
  }

  @Test
  void an_older_rating_never_takes_the_place_of_a_younger_one() throws IOException {
    write(about.srs(1, "20").put("tenant", about.tenant()).toString().getBytes(UTF_8));
    letters(1);
    clinic.postSeries(about, List.of("36"));

    assertThat(redrive()).contains("0 sent").contains("1 refused: followed by a later record");
  }

  @Test
  void what_holds_a_rating_never_reaches_the_terminal() throws IOException {
    clinic.postSeries(about, List.of("36"));
    write(about.srs(2, "31.7").put("tenant", about.tenant()).toString().getBytes(UTF_8));

    String shown = String.join("\n", letters(1)) + verify(0, "--within", "30");

    assertThat(shown).doesNotContain("31.7").doesNotContain("answers").doesNotContain("comment");
  }

  private RecordMetadata write(byte[] rating) {
    try (var writer = new LogWriter(attune.bootstrapServers())) {
      return writer.write(Topic.RATINGS, about.key(1), about.key(1), rating, NEWER);
    }
  }

  private List<RawRecord> records() {
    return attune.log().raw(Topic.RATINGS).stream()
        .filter(raw -> raw.key().equals(about.key(1)))
        .toList();
  }

  private List<String> letters(int expected) {
    List<String> lines = new ArrayList<>();
    Eventually.holds(() -> {
      lines.clear();
      Outcome listed =
          terminal.attune(
              "dead-letters", "list", "--json", "--tenant", about.tenant(), "--data", data());
      assertThat(listed.exit()).as(listed.err()).isZero();
      listed.out().lines().forEach(lines::add);
      assertThat(lines).hasSize(expected);
    });
    return lines;
  }

  private String redrive(String... more) {
    var words =
        new ArrayList<>(
            List.of("dead-letters", "redrive", "--topic", "attune.ratings", "--reason"));
    words.addAll(List.of("unknown-schema", "--tenant", about.tenant(), "--data", data()));
    words.addAll(List.of(more));
    Outcome outcome = terminal.attune(words.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome.out();
  }

  private JsonNode verify(int exit, String... more) throws IOException {
    var words = new ArrayList<>(List.of("verify", "--json", "--tenant", about.tenant()));
    words.addAll(List.of("--data", data()));
    words.addAll(List.of(more));
    Outcome outcome = terminal.attune(words.toArray(String[]::new));
    assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(exit);
    return Json.MAPPER.readTree(outcome.out());
  }

  private static List<String> kinds(JsonNode report) {
    return report.path("differences").findValuesAsText("kind");
  }

  private void damage(String statement) throws SQLException {
    try (var database = attune.database();
        Statement sql = database.createStatement()) {
      assertThat(sql.executeUpdate(statement.formatted(about.episode()))).isEqualTo(1);
    }
  }

  private List<String> alertsTold() throws SQLException {
    var told = new ArrayList<String>();
    try (var database = attune.database();
        Statement sql = database.createStatement();
        ResultSet rows =
            sql.executeQuery(
                "select recipient || '/' || seq from feed where type = 'alert' and episode = '"
                    + about.episode()
                    + "' order by seq")) {
      while (rows.next()) {
        told.add(rows.getString(1));
      }
    }
    return told;
  }

  private static String data() {
    return attune.directory().toString();
  }
}
