package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Topic;
import dev.attune.systemtests.client.LogWriter;
import dev.attune.systemtests.client.Metrics;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The counters grow by what was done; other tests may use the system too, so at least by that. */
@ExtendWith(SharedSystem.class)
class MetricsIT {
  private final Attune attune;
  private final Clinic clinic;
  private final Case about;

  MetricsIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.about = clinic.therapist().newCase();
  }

  @Test
  void intake_counts_what_it_accepts_refuses_and_sees_again() {
    Metrics before = attune.intake().metrics();

    JsonNode rating = about.srs(1, "36");
    clinic.post(rating);
    clinic.post(rating);
    clinic.post(about.srs(2, "36").put("instrument", "mood"));

    Metrics after = attune.intake().metrics();
    assertThat(grown(before, after, "attune_ratings_accepted_total")).isEqualTo(2);
    assertThat(grown(before, after, "attune_ratings_repeated_total")).isEqualTo(1);
    assertThat(grown(before, after, "attune_ratings_refused_total")).isEqualTo(1);
  }

  @Test
  void scores_and_alerts_are_counted_by_what_they_are() {
    Metrics scoring = attune.scoring().metrics();
    Metrics alert = attune.alert().metrics();

    clinic.postSeries(about, Case.STRAINED);

    Eventually.holds(() ->
        assertThat(grown(scoring, attune.scoring().metrics(), "attune_scores_total", "COMPLETE"))
            .isEqualTo(7));
    Eventually.holds(() ->
        assertThat(
                grown(
                    alert,
                    attune.alert().metrics(),
                    "attune_alerts_total",
                    "rule=\"SRS-01\"",
                    "severity=\"RED\""))
            .isEqualTo(3));
  }

  @Test
  void the_age_from_receipt_to_screen_and_the_lag_are_measured() {
    clinic.postSeries(about, Case.STRAINED);

    Eventually.holds(() -> {
      Metrics feedback = attune.feedback().metrics();
      assertThat(feedback.sum("attune_projection_age_seconds_count")).isPositive();
      assertThat(feedback.samples("attune_projection_lag")).isNotEmpty();
    });
    assertThat(attune.scoring().metrics().samples("attune_streams_lag")).isNotEmpty();
    assertThat(attune.scoring().metrics().sum("attune_streams_age_seconds_count")).isPositive();
    assertThat(attune.alert().metrics().samples("attune_streams_lag")).isNotEmpty();
    assertThat(attune.alert().metrics().sum("attune_streams_age_seconds_count")).isPositive();
  }

  @Test
  void dead_letters_are_counted_by_their_reason() {
    Metrics before = attune.scoring().metrics();
    try (var writer = new LogWriter(attune.bootstrapServers())) {
      writer.write(
          Topic.RATINGS,
          about.key(1),
          about.key(1),
          "no json".getBytes(StandardCharsets.UTF_8),
          Map.of());
    }

    Eventually.holds(() ->
        assertThat(
                grown(
                    before,
                    attune.scoring().metrics(),
                    "attune_dead_letters_total",
                    "reason=\"unreadable\""))
            .isEqualTo(1));
  }

  private static double grown(Metrics before, Metrics after, String name, String... labels) {
    return after.sum(name, labels) - before.sum(name, labels);
  }
}
