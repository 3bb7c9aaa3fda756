package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.systemtests.check.NoCrossing;
import dev.attune.systemtests.check.NoCrossing.Owner;
import dev.attune.systemtests.check.NoCrossing.Seen;
import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.client.EventStream;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Names;
import dev.attune.systemtests.fixture.SharedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two clinics, each with two therapists, who have namesakes in the other clinic; and the clinics
 * happen to give their episodes the same ids.
 */
@ExtendWith(SharedSystem.class)
class TenancyIT {
  private static final int EVENTS_OF_ONE_EPISODE = 10;

  private final String one = Names.personal("T");
  private final String other = Names.personal("T");
  private final List<Screen> screens;

  private record Screen(Clinic clinic, Clinic.Therapist viewer, Case own) {
    Owner owner() {
      return new Owner(clinic.tenant(), viewer.id());
    }
  }

  TenancyIT(Attune attune) {
    var north = new Clinic(attune);
    var south = new Clinic(attune);
    String firstEpisode = Names.personal("E");
    String secondEpisode = Names.personal("E");
    this.screens =
        List.of(
            screen(north, one, firstEpisode),
            screen(north, other, secondEpisode),
            screen(south, one, secondEpisode),
            screen(south, other, firstEpisode));
  }

  private static Screen screen(Clinic clinic, String therapist, String episode) {
    var own = new Case(clinic.tenant(), therapist, episode, Names.personal("C"));
    return new Screen(clinic, clinic.therapist(therapist), own);
  }

  @BeforeEach
  void each_therapist_has_one_strained_episode() {
    screens.forEach(screen -> screen.clinic().postSeries(screen.own(), Case.STRAINED));
    for (Screen screen : screens) {
      Eventually.holds(
          () -> assertThat(screen.viewer().all("/v1/alerts?status=REPAIRED", "alerts")).hasSize(1));
    }
  }

  @Test
  void no_list_and_no_stream_shows_anything_of_another() {
    Map<String, Owner> owners =
        screens.stream().collect(Collectors.toMap(s -> s.own().client(), Screen::owner));

    for (Screen screen : screens) {
      List<Seen> seen = everythingSeenBy(screen);

      assertThat(NoCrossing.breaches(screen.owner(), owners, seen)).isEmpty();
      assertThat(seen).extracting(Seen::where).contains("caseload", "episode", "alerts", "stream");
    }
  }

  @Test
  void what_belongs_to_another_does_not_exist() {
    for (Screen screen : screens) {
      for (Screen stranger : screens) {
        if (!stranger.equals(screen)) {
          String alert = alertOf(stranger);
          doesNotExist(screen.viewer().get("/v1/alerts/" + alert));
          doesNotExist(screen.viewer().post("/v1/alerts/" + alert + "/acknowledge"));
          assertThat(
                  stranger
                      .viewer()
                      .get("/v1/alerts/" + alert)
                      .json()
                      .path("acknowledgedBy")
                      .isNull())
              .as("acknowledged by a stranger")
              .isTrue();
        }
        if (!stranger.own().episode().equals(screen.own().episode())) {
          doesNotExist(screen.viewer().get("/v1/episodes/" + stranger.own().episode()));
        }
      }
    }
  }

  @Test
  void what_belongs_to_another_looks_like_what_nobody_has() {
    Screen screen = screens.getFirst();
    Answer unheardOf = screen.viewer().get("/v1/episodes/E-unheard-of");
    Answer colleagues = screen.viewer().get("/v1/episodes/" + screens.get(1).own().episode());

    doesNotExist(unheardOf);
    assertThat(colleagues.body()).isEqualTo(unheardOf.body());
  }

  private static List<Seen> everythingSeenBy(Screen screen) {
    Clinic.Therapist viewer = screen.viewer();
    var seen = new ArrayList<Seen>();
    viewer
        .all("/v1/caseload", "episodes")
        .forEach(line -> clientsIn(line).forEach(client -> seen.add(new Seen("caseload", client))));
    clientsIn(viewer.get("/v1/episodes/" + screen.own().episode()).json())
        .forEach(client -> seen.add(new Seen("episode", client)));
    viewer
        .all("/v1/alerts", "alerts")
        .forEach(alert -> clientsIn(alert).forEach(client -> seen.add(new Seen("alerts", client))));
    try (EventStream stream = viewer.listen(0L)) {
      Eventually.holds(
          () -> assertThat(stream.events()).hasSizeGreaterThanOrEqualTo(EVENTS_OF_ONE_EPISODE));
      assertThat(stream.events()).hasSize(EVENTS_OF_ONE_EPISODE);
      stream
          .events()
          .forEach(event -> clientsIn(event.data()).forEach(c -> seen.add(new Seen("stream", c))));
    }
    return seen;
  }

  private static String alertOf(Screen screen) {
    return screen
        .viewer()
        .all("/v1/alerts?status=REPAIRED", "alerts")
        .getFirst()
        .path("alert")
        .asText();
  }

  private static Stream<String> clientsIn(JsonNode json) {
    return json.findValuesAsText("client").stream();
  }

  private static void doesNotExist(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(404);
    assertThat(answer.contentType()).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain(Names.MARKER);
  }
}
