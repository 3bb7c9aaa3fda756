package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.systemtests.check.GapFree;
import dev.attune.systemtests.client.EventStream;
import dev.attune.systemtests.client.StreamEvent;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class StreamIT {
  private static final int EPISODES = 60;
  private static final int MIN_CUTS = 15;
  private static final long SEED = 41;

  private final Clinic clinic;
  private final Clinic.Therapist therapist;

  StreamIT(Attune attune) {
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
  }

  @Test
  void a_client_cut_off_and_resumed_many_times_under_load_misses_and_repeats_nothing() {
    List<Case> cases = IntStream.range(0, EPISODES).mapToObj(_ -> therapist.newCase()).toList();
    CompletableFuture<Void> load = CompletableFuture.runAsync(() -> postAll(cases));

    List<StreamEvent> heard = listenWithCuts(load, EPISODES * Case.STRAINED.size());

    load.join();
    assertThat(GapFree.breaches(0, heard.stream().map(StreamEvent::id).toList())).isEmpty();
    assertThat(heard)
        .filteredOn("type", "score")
        .extracting(event -> place(event.data()))
        .containsExactlyInAnyOrderElementsOf(cases.stream().flatMap(StreamIT::places).toList());
    assertThat(heard)
        .filteredOn("type", "alert")
        .extracting(event -> told(event.data()))
        .containsExactlyInAnyOrderElementsOf(
            cases.stream()
                .flatMap(c ->
                    Stream.of("OPEN", "PROBABLY_REPAIRED", "REPAIRED")
                        .map(s -> c.episode() + " " + s))
                .toList());
  }

  @Test
  void two_screens_of_one_therapist_hear_the_same() {
    try (EventStream one = therapist.listen(0L);
        EventStream other = therapist.listen(0L)) {
      clinic.postSeries(therapist.newCase(), Case.STRAINED);

      Eventually.holds(() -> assertThat(one.events()).hasSize(10));
      Eventually.holds(() -> assertThat(other.events()).isEqualTo(one.events()));
    }
  }

  @Test
  void a_silent_stream_shows_that_it_is_alive() {
    try (EventStream stream = therapist.listen(null)) {
      Eventually.holdsWithin(
          Duration.ofSeconds(20), () -> assertThat(stream.comments()).isPositive());
      assertThat(stream.ended()).isFalse();
    }
  }

  private void postAll(List<Case> cases) {
    for (int session = 1; session <= Case.STRAINED.size(); session++) {
      var posts = new ArrayList<JsonNode>();
      for (Case about : cases) {
        posts.add(about.srs(session, Case.STRAINED.get(session - 1)));
      }
      clinic.postBatch(posts);
    }
  }

  private List<StreamEvent> listenWithCuts(CompletableFuture<Void> load, int scores) {
    var random = new Random(SEED);
    var heard = new ArrayList<StreamEvent>();
    int cuts = 0;
    while (cuts < MIN_CUTS
        || !load.isDone()
        || count(heard, "score") < scores
        || count(heard, "alert") < 3 * EPISODES) {
      long last = heard.isEmpty() ? 0 : heard.getLast().id();
      int enough = 1 + random.nextInt(EPISODES);
      EventStream stream = therapist.listen(last);
      try (stream) {
        hear(stream, enough);
      }
      heard.addAll(stream.events());
      cuts++;
      assertThat(cuts).as("connections without an end").isLessThan(2_000);
    }
    return heard;
  }

  /** Listens until enough was heard, or for a moment where nothing more comes. */
  private static void hear(EventStream stream, int enough) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(10))
        .until(() -> stream.events().size() >= enough || stream.quietFor(Duration.ofMillis(200)));
  }

  private static long count(List<StreamEvent> events, String type) {
    return events.stream().filter(event -> event.type().equals(type)).count();
  }

  private static Stream<String> places(Case about) {
    return IntStream.rangeClosed(1, Case.STRAINED.size())
        .mapToObj(session -> about.episode() + " S-" + session);
  }

  private static String place(JsonNode score) {
    return score.path("episode").asText() + " " + score.at("/session/id").asText();
  }

  private static String told(JsonNode alert) {
    return alert.path("episode").asText() + " " + alert.path("status").asText();
  }
}
