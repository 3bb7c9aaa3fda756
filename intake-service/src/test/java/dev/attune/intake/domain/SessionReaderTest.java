package dev.attune.intake.domain;

import static dev.attune.intake.domain.Bodies.NOW;
import static dev.attune.intake.domain.Bodies.SESSION;
import static dev.attune.intake.domain.Bodies.bytes;
import static dev.attune.intake.domain.Bodies.with;
import static dev.attune.intake.domain.Bodies.without;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionStatus;
import dev.attune.intake.domain.Reading.Illegal;
import dev.attune.intake.domain.Reading.Legal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionReaderTest {

  private static final String NEXT_WEEK = "\"2026-11-09T10:00:00Z\"";

  private final SessionReader reader = new SessionReader();

  @Test
  void a_legal_session_is_read_with_its_tenant_and_id() {
    assertThat(read(SESSION))
        .isInstanceOfSatisfying(
            Legal.class,
            legal ->
                assertThat(((SessionRecord) legal.value()).key().text())
                    .isEqualTo("northside/E-77/S-42"));
  }

  @Test
  void the_number_may_be_unknown() {
    assertThat(read(without(SESSION, "/number"))).isInstanceOf(Legal.class);
  }

  @Test
  void a_session_cancelled_now_may_have_been_planned_for_next_week() {
    String body = with(with(SESSION, "/at", NEXT_WEEK), "/status", "\"CANCELLED\"");

    assertThat(((Legal<SessionRecord>) read(body)).value().status())
        .isEqualTo(SessionStatus.CANCELLED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HELD", "MISSED"})
  void a_session_held_or_missed_lies_behind(String status) {
    String body = with(with(SESSION, "/at", NEXT_WEEK), "/status", '"' + status + '"');

    assertThat(faulty(body)).isEqualTo("/at must not lie in the future");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/status   | `\"DONE\"`                 | /status must be one of HELD, MISSED, CANCELLED",
        "/status   | `7`                        | /status must be a string",
        "/at       | `\"1969-12-31T23:59:59Z\"` | /at must not lie before 1970",
        "/at       | `\"2028-01-01T00:00:00Z\"` | /at must not lie in the future",
        "/number   | `-1`                       | /number must be a whole number from 1 to 100000",
        "/session  | `\"S-42\"`                 | /session is not a field here",
        "/episode  | `null`                     | /episode must not be null"
      })
  void a_fault_is_named_with_its_place(String pointer, String json, String fault) {
    assertThat(faulty(with(SESSION, pointer, json))).isEqualTo(fault);
  }

  @Test
  void an_id_that_cannot_be_part_of_a_key_is_refused() {
    Reading<SessionRecord> reading = reader.read(bytes(SESSION), "northside", "a/b", NOW);

    assertThat(reading)
        .isInstanceOfSatisfying(
            Illegal.class,
            illegal ->
                assertThat(illegal.faults().getFirst().toString())
                    .contains("the session's id in the address"));
  }

  private Reading<SessionRecord> read(String body) {
    return reader.read(bytes(body), "northside", "S-42", NOW);
  }

  private String faulty(String body) {
    var faults = ((Illegal<SessionRecord>) read(body)).faults();
    assertThat(faults).hasSize(1);
    return faults.getFirst().pointer() + " " + faults.getFirst().message();
  }
}
