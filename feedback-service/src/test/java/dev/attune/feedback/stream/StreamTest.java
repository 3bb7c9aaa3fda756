package dev.attune.feedback.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Json;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Severity;
import dev.attune.contracts.Topic;
import dev.attune.feedback.testing.Behind;
import dev.attune.feedback.testing.Episode;
import dev.attune.feedback.testing.EventSource;
import dev.attune.feedback.testing.Log;
import dev.attune.feedback.testing.Surroundings;
import dev.attune.web.Role;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class StreamTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final String tenant = "clinic-" + UUID.randomUUID();
  private final Behind behind = new Behind(Surroundings.postgres());
  private final Episode episode = Episode.of(tenant, "E-1", "T-1");
  private final String token = Surroundings.ISSUER.therapist(tenant, "T-1");
  private Log log = new Log(Surroundings.kafka().bootstrapServers());

  @Inject OpenStreams streams;

  @BeforeEach
  void start() {
    log = new Log(Surroundings.kafka().bootstrapServers());
  }

  @AfterEach
  void stop() {
    log.close();
    await().atMost(SOON).until(() -> streams.total() == 0);
  }

  @Test
  void a_score_and_each_transition_of_an_alert_are_told_to_the_therapist_and_to_nobody_else() {
    try (EventSource own = open(token, null);
        EventSource colleague = open(Surroundings.ISSUER.therapist(tenant, "T-2"), null);
        EventSource namesake = open(Surroundings.ISSUER.therapist("elsewhere", "T-1"), null)) {
      log.say(episode.score(5, "30"));
      log.say(episode.alert(5, 1, AlertStatus.NOTED, Severity.INFO));
      log.flush();
      await().atMost(SOON).until(() -> own.events().size() == 1);
      log.say(episode.alert(5, 2, AlertStatus.OPEN, Severity.AMBER));
      log.say(episode.alert(5, 3, AlertStatus.OPEN, Severity.RED));
      log.say(episode.alert(5, 3, AlertStatus.OPEN, Severity.RED));
      log.say(episode.alert(5, 4, AlertStatus.REPAIRED, Severity.RED));
      log.flush();
      await().atMost(SOON).until(() -> own.events().size() == 4);

      assertThat(own.events()).extracting(EventSource.Event::id).containsExactly(1L, 2L, 3L, 4L);
      assertThat(own.events())
          .extracting(EventSource.Event::type)
          .containsExactly("score", "alert", "alert", "alert");
      assertThat(own.events().get(0).data().at("/total").decimalValue()).isEqualByComparingTo("30");
      assertThat(own.events().get(0).data().has("comment")).isFalse();
      assertThat(own.events().get(2).data().at("/severity").asText()).isEqualTo("RED");
      assertThat(own.events().get(3).data().at("/status").asText()).isEqualTo("REPAIRED");
      assertThat(colleague.events()).isEmpty();
      assertThat(namesake.events()).isEmpty();
    }
  }

  @Test
  void a_stream_that_is_cut_off_again_and_again_misses_and_repeats_nothing() {
    int all = 300;
    List<Long> seen = new ArrayList<>();
    log.say(episode.score(1, "30"));
    log.flush();
    untilTold(1);
    int said = 1;
    while (seen.size() < all) {
      for (int i = 0; i < 20 && said < all; i++) {
        said++;
        log.say(episode.score(said, "30"));
      }
      log.flush();
      long last = seen.isEmpty() ? 0 : seen.getLast();
      try (EventSource stream = open(token, last)) {
        await().atMost(SOON).until(() -> !stream.events().isEmpty());
        stream.cut();
        await().atMost(SOON).until(stream::ended);
        stream.events().forEach(event -> seen.add(event.id()));
      }
    }
    assertThat(seen).containsExactlyElementsOf(LongStream.rangeClosed(1, all).boxed().toList());
  }

  @Test
  void what_changes_without_news_is_signalled_without_a_number() {
    try (EventSource own = open(token, null);
        EventSource colleague = open(Surroundings.ISSUER.therapist(tenant, "T-2"), null)) {
      log.say(episode.score(5, "30"));
      log.flush();
      await().atMost(SOON).until(() -> own.events().size() == 1);
      log.say(episode.alert(5, 1, AlertStatus.NOTED, Severity.INFO));
      log.flush();
      await().atMost(SOON).until(() -> own.signals().size() == 1);
      log.say(episode.held(6, SessionStatus.CANCELLED));
      log.flush();
      await().atMost(SOON).until(() -> own.signals().size() == 2);
      assertThat(own.signals())
          .allSatisfy(signal -> assertThat(signal.type()).isEqualTo("changed"))
          .allSatisfy(signal -> assertThat(signal.data().at("/episode").asText()).isEqualTo("E-1"));
      assertThat(own.events()).hasSize(1);
      assertThat(colleague.signals()).isEmpty();

      log.say(episode.with("T-2").score(7, "31"));
      log.flush();
      await().atMost(SOON).until(() -> own.signals().size() == 3);
      await().atMost(SOON).until(() -> colleague.events().size() == 1);
      assertThat(own.signals().getLast().data()).isEmpty();
    }
  }

  @Test
  void who_resumes_where_the_feed_no_longer_reaches_back_is_told_so() {
    for (int number = 1; number <= 5; number++) {
      log.say(episode.score(number, "30"));
    }
    log.flush();
    untilTold(5);
    behind.change("delete from feed where tenant = ? and seq <= 3", tenant);
    try (EventSource stream = open(token, 1L);
        EventSource elsewhere = open(token, 99L)) {
      await().atMost(SOON).until(() -> stream.events().size() == 3);
      assertThat(stream.events())
          .extracting(event -> event.id() + " " + event.type())
          .containsExactly("3 reset", "4 score", "5 score");
      await().atMost(SOON).until(() -> elsewhere.events().size() == 1);
      assertThat(elsewhere.events())
          .extracting(event -> event.id() + " " + event.type())
          .containsExactly("5 reset");
    }
  }

  @Test
  void what_is_read_through_the_stream_is_on_record() {
    log.say(episode.score(1, "30"));
    log.flush();
    untilTold(1);
    try (EventSource stream = open(token, 0L)) {
      await().atMost(SOON).until(() -> !stream.events().isEmpty());
      assertThat(
              behind.column(
                  "select who || ' ' || action || ' ' || episodes from audit where tenant = ?"
                      + " order by id",
                  tenant))
          .containsExactly("T-1 stream.open ", "T-1 stream.read E-1");
    }
  }

  @Test
  void the_query_parameter_resumes_as_the_header_does() {
    log.say(episode.score(1, "30"));
    log.say(episode.score(2, "31"));
    log.flush();
    untilTold(2);
    try (EventSource stream =
        EventSource.open("/v1/stream?lastEventId=1", "Authorization: Bearer " + token)) {
      await().atMost(SOON).until(() -> !stream.events().isEmpty());
      assertThat(stream.events()).extracting(EventSource.Event::id).containsExactly(2L);
    }
  }

  @Test
  void a_new_stream_starts_at_the_present_end() {
    log.say(episode.score(1, "30"));
    log.flush();
    untilTold(1);
    try (EventSource stream = open(token, null)) {
      log.say(episode.score(2, "31"));
      log.flush();
      await().atMost(SOON).until(() -> !stream.events().isEmpty());
      assertThat(stream.events()).extracting(EventSource.Event::id).containsExactly(2L);
    }
  }

  @Test
  void what_was_received_more_than_three_days_ago_is_listed_but_not_pushed() {
    Score old = episode.score(1, "30");
    Instant longAgo = Instant.now().minus(Duration.ofHours(73));
    log.say(Topic.SCORES, old.key().text(), Json.write(old), longAgo);
    log.say(episode.score(2, "31"));
    log.flush();
    untilTold(1);
    try (EventSource stream = open(token, 0L)) {
      await().atMost(SOON).until(() -> !stream.events().isEmpty());
      assertThat(stream.events().getFirst().data().at("/session/id").asText()).isEqualTo("S-2");
    }
    assertThat(behind.count("select count(*) from score where tenant = ?", tenant)).isEqualTo(2);
  }

  @Test
  void an_episode_that_went_to_another_therapist_is_withdrawn_from_the_feed() {
    log.say(episode.score(1, "30"));
    log.flush();
    untilTold(1);
    log.say(episode.with("T-2").score(2, "31"));
    log.flush();
    untilTold(2);
    try (EventSource former = open(token, 0L);
        EventSource present = open(Surroundings.ISSUER.therapist(tenant, "T-2"), 0L)) {
      await().atMost(SOON).until(() -> !present.events().isEmpty());
      await().atMost(SOON).until(() -> !former.events().isEmpty());
      assertThat(former.events().getFirst().type()).isEqualTo("withdrawn");
      assertThat(former.events().getFirst().data()).isEmpty();
      assertThat(present.events().getFirst().type()).isEqualTo("score");
    }
  }

  @Test
  void who_may_not_listen_is_told_so_before_the_stream_starts() {
    String client = Surroundings.ISSUER.token(tenant, "C-1", Role.CLIENT, Duration.ofHours(1));
    assertThat(status("Authorization: Bearer nonsense")).contains("401");
    assertThat(status("X-Nothing: here")).contains("401");
    assertThat(status("Authorization: Bearer " + client)).contains("403");
    assertThat(status("Authorization: Bearer " + token + "\r\nLast-Event-ID: x")).contains("400");
  }

  @Test
  void a_stream_ends_when_its_token_does() {
    String brief = Surroundings.ISSUER.token(tenant, "T-1", Role.THERAPIST, Duration.ofSeconds(3));
    try (EventSource stream = open(brief, null)) {
      await().atMost(SOON).until(stream::ended);
      assertThat(stream.comments()).isGreaterThan(1);
    }
  }

  @Test
  void hundreds_of_aborted_streams_leave_no_connection_and_no_place_behind() {
    for (int round = 0; round < 4; round++) {
      List<EventSource> open = new ArrayList<>();
      for (int i = 0; i < 150; i++) {
        open.add(EventSource.open(token, 0L));
      }
      log.say(episode.score(round + 1, "30"));
      log.flush();
      open.forEach(EventSource::cut);
    }
    await().atMost(SOON).until(() -> streams.total() == 0);
    try (EventSource stream = open(token, 0L)) {
      await().atMost(SOON).until(() -> stream.events().size() == 4);
    }
  }

  @Test
  void nobody_has_more_streams_than_allowed() {
    List<EventSource> open = new ArrayList<>();
    try {
      for (int i = 0; i < 400; i++) {
        open.add(open(token, null));
      }
      assertThat(status("Authorization: Bearer " + token)).contains("429");
    } finally {
      open.forEach(EventSource::close);
    }
  }

  private static EventSource open(String token, @Nullable Long after) {
    EventSource stream = EventSource.open(token, after);
    assertThat(stream.status()).contains("200");
    await().atMost(SOON).until(() -> stream.comments() > 0);
    return stream;
  }

  private static String status(String headers) {
    try (EventSource stream = EventSource.open(headers)) {
      return stream.status();
    }
  }

  private void untilTold(long count) {
    await()
        .atMost(SOON)
        .until(() -> behind.count("select count(*) from feed where tenant = ?", tenant) == count);
  }
}
