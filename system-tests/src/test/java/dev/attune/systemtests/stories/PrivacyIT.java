package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.systemtests.client.Api;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Leaks;
import dev.attune.systemtests.fixture.SharedSystem;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The last of all: whatever the other tests did, nothing personal was written down. */
@Order(Integer.MAX_VALUE)
@ExtendWith(SharedSystem.class)
class PrivacyIT {
  private final Attune attune;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;

  PrivacyIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
  }

  @Test
  void no_log_and_no_metric_holds_an_id_an_answer_a_comment_or_a_token() {
    Case strained = therapist.newCase();
    clinic.postSeries(strained, Case.STRAINED);
    clinic.post(strained.srs(8, "36").put("mood", "sad"));
    Eventually.holds(
        () -> assertThat(therapist.all("/v1/alerts?status=REPAIRED", "alerts")).hasSize(1));

    assertThat(Leaks.inLogs(attune.logs())).isEmpty();
    for (Api service : attune.services()) {
      assertThat(Leaks.in("metrics", service.metrics().text())).isEmpty();
    }
  }
}
