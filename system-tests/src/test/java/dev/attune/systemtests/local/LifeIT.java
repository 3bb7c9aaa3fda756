package dev.attune.systemtests.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.systemtests.check.Shown;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class LifeIT {
  private static final double LONGEST_STOP_SECONDS = 15;
  private static final Pattern STOPPED = Pattern.compile("Stopped after ([0-9.]+) s");

  @Test
  void a_system_stops_in_order_and_finds_everything_as_it_was() {
    try (Attune attune = Attune.start("--demo")) {
      var clinic = new Clinic(attune);
      Clinic.Therapist therapist = clinic.therapist();
      Case strained = therapist.newCase();
      clinic.postSeries(strained, Case.STRAINED);
      Eventually.holds(
          () -> assertThat(therapist.all("/v1/alerts?status=REPAIRED", "alerts")).hasSize(1));
      Shown before = clinic.shown(therapist, strained);
      List<String> invented = inventedCaseload(attune);
      assertThat(invented).hasSizeGreaterThanOrEqualTo(4);

      attune.stop();

      String said = attune.console();
      assertThat(said).contains("Stopping the services, then Kafka, then PostgreSQL");
      Matcher stopped = STOPPED.matcher(said);
      assertThat(stopped.find()).as(said).isTrue();
      assertThat(Double.parseDouble(stopped.group(1))).isLessThan(LONGEST_STOP_SECONDS);

      attune.restart();

      assertThat(clinic.shown(therapist, strained)).isEqualTo(before);
      assertThat(inventedCaseload(attune)).isEqualTo(invented);
      assertThat(clinic.post(strained.srs(8, "30")).status()).isEqualTo(202);
      Eventually.holds(
          () -> assertThat(therapist.all("/v1/alerts?status=OPEN", "alerts")).hasSize(1));
    }
  }

  private static List<String> inventedCaseload(Attune attune) {
    String token = attune.tokens().of("therapist", "northside", "T-9");
    return attune
        .feedback()
        .get(token, "/v1/caseload")
        .json()
        .path("episodes")
        .findValuesAsText("episode");
  }
}
