package dev.attune.systemtests.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import dev.attune.systemtests.local.Terminal.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedSystem.class)
class CommandsIT {
  private static final Set<Integer> USUAL_PORTS = Set.of(8081, 8082, 8083, 8084, 9092, 5433);

  private final Attune attune;
  private final String data;
  private final Terminal terminal;
  private final Path elsewhere;

  CommandsIT(Attune attune, @TempDir Path elsewhere) {
    this.attune = attune;
    this.data = attune.directory().toString();
    this.terminal = new Terminal(elsewhere);
    this.elsewhere = elsewhere;
  }

  @Test
  void status_shows_each_part_with_process_address_and_state() throws IOException {
    Outcome shown = terminal.attune("status", "--json", "--data", data);

    assertThat(shown.exit()).as(shown.err()).isZero();
    JsonNode status = Json.MAPPER.readTree(shown.out());
    assertThat(status.path("state").asText()).isEqualTo("up");
    assertThat(status.path("parts")).hasSize(USUAL_PORTS.size());
    var ports = new TreeSet<Integer>();
    for (JsonNode part : status.path("parts")) {
      assertThat(part.path("state").asText()).isEqualTo("up");
      assertThat(ProcessHandle.of(part.path("pid").asLong())).isPresent();
      ports.add(portOf(part.path("address").asText()) - attune.offset());
    }
    assertThat(ports).containsExactlyInAnyOrderElementsOf(USUAL_PORTS);
  }

  @Test
  void status_of_a_directory_where_nothing_runs_says_so() {
    Outcome shown = terminal.attune("status", "--data", elsewhere.toString());

    assertThat(shown.exit()).isEqualTo(1);
    assertThat(shown.out().lines().filter(line -> line.contains(" down "))).hasSize(6);
  }

  @Test
  void the_printed_line_works_when_pasted_and_an_alert_stands_for_the_printed_therapist() {
    String line = attune.console().lines().filter(l -> l.startsWith("curl ")).findFirst().get();

    Outcome answer = terminal.paste(line);

    assertThat(answer.out()).as(answer.err()).contains("ratingId");
    String token = terminal.attune("token", "therapist", "--data", data).out().strip();
    Eventually.holds(() ->
        assertThat(attune.feedback().get(token, "/v1/alerts").json().path("alerts"))
            .anyMatch(alert -> alert.path("episode").asText().equals("E-77")));
  }

  @Test
  void a_token_is_for_whom_it_was_asked() {
    String token =
        terminal
            .attune("token", "therapist", "--tenant", "t", "--sub", "T-1", "--data", data)
            .out()
            .strip();

    assertThat(attune.feedback().get(token, "/v1/caseload").status()).isEqualTo(200);
    assertThat(attune.intake().post(token, "/v1/ratings", "{}").status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"therapist --days 0", "therapist --tenant a/b", "wizard", "therapist --x"})
  void a_token_that_makes_no_sense_is_refused_in_one_line(String words) {
    var command = new ArrayList<>(List.of("token"));
    command.addAll(List.of(words.split(" ")));
    command.addAll(List.of("--data", data));

    refusesInOneLine(terminal.attune(command.toArray(String[]::new)), "");
  }

  @Test
  void a_second_up_in_the_same_directory_is_refused_in_one_line() {
    refusesInOneLine(
        terminal.attune("up", "--data", data, "--offset", "22500"), "already runs in " + data);
  }

  @Test
  void a_port_in_use_is_named_with_its_part_and_the_way_out() throws IOException {
    int offset = 22_600;
    try (var _ = new ServerSocket(8083 + offset, 1, InetAddress.getLoopbackAddress())) {
      Outcome refused =
          terminal.attune(
              "up", "--data", elsewhere.resolve("data").toString(), "--offset", "" + offset);

      refusesInOneLine(refused, "port 30683 (alert-service) is in use");
      assertThat(refused.err()).contains("--offset");
    }
  }

  @Test
  void a_directory_that_cannot_be_written_is_named_with_the_way_out() throws IOException {
    Path file = Files.createFile(elsewhere.resolve("file"));

    Outcome refused = terminal.attune("up", "--data", file.resolve("data").toString());

    refusesInOneLine(refused, "cannot write to " + file.resolve("data"));
    assertThat(refused.err()).contains("--data");
  }

  @Test
  void down_where_nothing_runs_does_no_harm() {
    Outcome outcome = terminal.attune("down", "--data", elsewhere.toString());

    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("nothing runs in");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void all_parts_listen_on_loopback_only() throws IOException {
    List<Integer> own = USUAL_PORTS.stream().map(port -> port + attune.offset()).toList();

    Set<Integer> anywhere = new TreeSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      Files.readAllLines(Path.of(table)).stream()
          .skip(1)
          .map(line -> line.strip().split("\\s+"))
          .filter(socket -> socket[3].equals("0A"))
          .map(socket -> socket[1].split(":"))
          .filter(address -> !isLoopback(address[0]))
          .map(address -> Integer.parseInt(address[1], 16))
          .forEach(anywhere::add);
    }

    assertThat(anywhere).doesNotContainAnyElementsOf(own);
  }

  @Test
  void keys_and_run_file_are_readable_by_their_owner_alone() throws IOException {
    for (String secret : List.of("keys/private.pem", "run.json")) {
      Path file = attune.directory().resolve(secret);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .as(secret)
          .isEqualTo("rw-------");
    }
  }

  private static boolean isLoopback(String hexadecimal) {
    return hexadecimal.equals("0100007F")
        || hexadecimal.equals("0000000000000000FFFF00000100007F")
        || hexadecimal.equals("00000000000000000000000001000000");
  }

  private static int portOf(String address) {
    return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
  }

  private static void refusesInOneLine(Outcome outcome, String saying) {
    assertThat(outcome.exit()).isEqualTo(1);
    assertThat(outcome.err().lines()).as(outcome.err()).hasSize(1);
    assertThat(outcome.err()).startsWith("attune: ").contains(saying);
  }
}
