package dev.attune.feedback.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.testing.Api;
import dev.attune.feedback.testing.Behind;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.Log;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ProjectionTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final Behind behind = new Behind(Surroundings.postgres());
  private final Episode episode = Episode.of(tenant, "E-1", "T-1");
  private final Api therapist = Api.therapist(tenant, "T-1");
  private Log log = new Log(Surroundings.kafka().bootstrapServers());

  @BeforeEach
  void open() {
    log = new Log(Surroundings.kafka().bootstrapServers());
  }

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void scores_sessions_and_alerts_become_an_episode_with_its_expected_band() {
    String[] totals = {"36", "37", "38", "37", "30"};
    for (int i = 0; i < totals.length; i++) {
      log.say(episode.score(i + 1, totals[i]));
    }
    log.say(episode.held(6, SessionStatus.MISSED));
    log.say(episode.alert(5, 1, AlertStatus.OPEN, Severity.RED));
    log.say(episode.alert(4, 1, AlertStatus.NOTED, Severity.INFO));
    untilAlerts(2);
    untilSessions(6);

    JsonNode view = therapist.json("/v1/episodes/E-1");
    assertThat(view.at("/population").asText()).isEqualTo("ADULT");
    assertThat(view.at("/sessions")).hasSize(6);
    assertThat(view.at("/sessions/5/status").asText()).isEqualTo("MISSED");
    JsonNode series = view.at("/series/0");
    assertThat(series.at("/min").decimalValue()).isEqualByComparingTo("0");
    assertThat(series.at("/max").decimalValue()).isEqualByComparingTo("40");
    assertThat(series.at("/cutoff").decimalValue()).isEqualByComparingTo("36");
    assertThat(series.at("/points/4/expected").decimalValue()).isEqualByComparingTo("37.413934");
    assertThat(view.at("/alerts")).hasSize(1);
    assertThat(view.at("/marks")).hasSize(1);

    JsonNode line = therapist.json("/v1/caseload").at("/episodes/0");
    assertThat(line.at("/highestSeverity").asText()).isEqualTo("RED");
    assertThat(line.at("/sessions").asInt()).isEqualTo(5);
    assertThat(line.at("/lastSession/number").asInt()).isEqualTo(5);
    assertThat(line.at("/latest/0/total").decimalValue()).isEqualByComparingTo("30");
    assertThat(line.at("/openAlerts")).hasSize(1);
  }

  private void untilAlerts(long count) {
    log.flush();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(behind.count("select count(*) from alert where tenant = ?", tenant))
                .isEqualTo(count));
  }

  private void untilSessions(long count) {
    log.flush();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(behind.count("select count(*) from session where tenant = ?", tenant))
                .isEqualTo(count));
  }
}
