package dev.attune.feedback.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementTest {

  @ParameterizedTest
  @CsvSource({
    "AMBER, OPEN,       AMBER, OPEN,       true",
    "AMBER, OPEN,       AMBER, RECOVERING, true",
    "RED,   OPEN,       AMBER, OPEN,       true",
    "AMBER, OPEN,       RED,   OPEN,       false",
    "RED,   OPEN,       RED,   UNREPAIRED, false",
    "RED,   UNREPAIRED, RED,   UNREPAIRED, true",
    ",      ,           RED,   UNREPAIRED, true"
  })
  void it_counts_until_the_alert_has_become_heavier(
      Severity severity, AlertStatus status, Severity now, AlertStatus standing, boolean covered) {
    var seen = new Acknowledgement("T-1", Instant.EPOCH, severity, status);
    assertThat(seen.covers(now, standing)).isEqualTo(covered);
  }
}
