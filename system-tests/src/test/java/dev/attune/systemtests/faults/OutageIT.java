package dev.attune.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.client.Api;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Leaks;
import dev.attune.systemtests.fixture.Part;
import dev.attune.systemtests.fixture.SharedSystem;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the services say and do while something they need does not answer. */
@ExtendWith(SharedSystem.class)
class OutageIT {
  private static final Duration NOTICED_WITHIN = Duration.ofSeconds(30);
  private static final Duration RECOVERED_WITHIN = Duration.ofSeconds(60);

  private final Attune attune;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;
  private final Case about;

  OutageIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
    this.about = therapist.newCase();
  }

  @Test
  void while_kafka_is_stopped_services_are_alive_but_not_ready_and_recover_by_themselves() {
    clinic.postSeries(about, List.of("36", "37", "38", "37"));

    Answer unanswered =
        whileStopped(Part.KAFKA, attune.services(), () -> clinic.post(about.srs(5, "30")));

    assertThat(unanswered.status()).as(unanswered.body()).isEqualTo(503);
    assertThat(unanswered.header("retry-after")).isNotEmpty();
    isWhole();
  }

  @Test
  void while_postgresql_is_stopped_only_feedback_is_not_ready_and_recovers_by_itself() {
    clinic.postSeries(about, List.of("36", "37", "38", "37"));

    Answer taken =
        whileStopped(
            Part.POSTGRES, List.of(attune.feedback()), () -> clinic.post(about.srs(5, "30")));

    assertThat(taken.status()).as(taken.body()).isEqualTo(202);
    assertThat(attune.intake().isUp("ready")).isTrue();
    isWhole();
  }

  private Answer whileStopped(Part part, List<Api> concerned, Supplier<Answer> attempt) {
    try (Attune.Pause _ = attune.pause(part)) {
      Answer answer = attempt.get();
      for (Api service : concerned) {
        Eventually.holdsWithin(NOTICED_WITHIN, () -> assertThat(service.isUp("ready")).isFalse());
      }
      assertThat(attune.services()).allMatch(service -> service.isUp("live"));
      return answer;
    }
  }

  /** Sent again what was not taken, everything is there once. */
  private void isWhole() {
    Eventually.holdsWithin(RECOVERED_WITHIN, () -> assertThat(attune.ready()).isTrue());
    clinic.postSeries(about, Case.STRAINED);
    Eventually.holds(() ->
        assertThat(therapist.all("/v1/alerts?status=REPAIRED", "alerts"))
            .singleElement()
            .matches(alert -> alert.path("revision").asLong() == 3));
    assertThat(Leaks.inLogs(attune.logs())).isEmpty();
  }
}
