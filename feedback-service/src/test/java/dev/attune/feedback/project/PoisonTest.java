package dev.attune.feedback.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.EpisodePartition;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.contracts.Topic;
import dev.attune.feedback.testing.Behind;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.Log;
import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the projection cannot take over, or not now. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PoisonTest {

  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Instant NO_DATE_OF_A_DATABASE = Instant.parse("+300000-01-01T00:00:00Z");

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final Behind behind = new Behind(Surroundings.postgres());
  private final Episode episode = Episode.of(tenant, "E-1", "T-1");
  private final Log log = new Log(Surroundings.kafka().bootstrapServers());

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void a_record_that_nobody_can_take_over_stops_no_other_and_becomes_one_dead_letter() {
    var session =
        new SessionRef("S-99", 99, NO_DATE_OF_A_DATABASE, Setting.INDIVIDUAL, Delivery.VIDEO);
    var poison = episode.score(session, new BigDecimal("30"));
    String unreadable = episode.score(98, "30").key().text();
    for (int number = 1; number <= 20; number++) {
      log.say(episode.score(number, "30"));
      if (number == 7) {
        log.say(poison);
      }
      if (number == 13) {
        log.say(
            Topic.SCORES, unreadable, "no JSON".getBytes(StandardCharsets.UTF_8), Instant.now());
      }
    }
    log.flush();
    await()
        .atMost(SOON)
        .until(() -> behind.count("select count(*) from score where tenant = ?", tenant) == 20);

    await().atMost(SOON).until(() -> letters().size() >= 2);
    List<ConsumerRecord<String, byte[]>> letters = letters();
    assertThat(letters)
        .extracting(ConsumerRecord::key)
        .containsExactlyInAnyOrder(poison.key().text(), unreadable);
    int partitions = Topic.DEFAULT_PARTITIONS;
    assertThat(letters)
        .allSatisfy(letter ->
            assertThat(letter.partition())
                .isEqualTo(EpisodePartition.of(letter.key(), partitions)));
  }

  @Test
  void a_stalled_projection_turns_readiness_down_until_it_gets_on() throws SQLException {
    log.say(episode.score(1, "30"));
    log.flush();
    await()
        .atMost(SOON)
        .until(() -> behind.count("select count(*) from score where tenant = ?", tenant) == 1);
    try (var _ = behind.hold("lock table score in access exclusive mode")) {
      log.say(episode.score(2, "30"));
      log.flush();
      await().atMost(SOON).until(() -> ready().contains("\"getting on\": false"));
      assertThat(given().get("/q/health/ready").statusCode()).isEqualTo(503);
      assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    }
    await().atMost(SOON).until(() -> given().get("/q/health/ready").statusCode() == 200);
    await()
        .atMost(SOON)
        .until(() -> behind.count("select count(*) from score where tenant = ?", tenant) == 2);
  }

  private List<ConsumerRecord<String, byte[]>> letters() {
    return Log.everything(Surroundings.kafka().bootstrapServers(), Topic.DEAD_LETTERS).stream()
        .filter(letter -> letter.key().startsWith(tenant))
        .toList();
  }

  private static String ready() {
    return given().get("/q/health/ready").asString();
  }
}
