package dev.attune.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Rating;
import dev.attune.contracts.Score;
import dev.attune.contracts.Topic;
import dev.attune.systemtests.check.GapFree;
import dev.attune.systemtests.check.InOrder;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.check.ScoredOnce;
import dev.attune.systemtests.check.Shown;
import dev.attune.systemtests.check.ToldOnce;
import dev.attune.systemtests.client.EventStream;
import dev.attune.systemtests.client.StreamEvent;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.Part;
import dev.attune.systemtests.fixture.SharedSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every process is killed in its turn while ratings flow. Each part gets its share of the episodes;
 * it dies when a third of their ratings is acknowledged.
 */
@ExtendWith(SharedSystem.class)
class KillIT {
  private static final int RATINGS = 2_000;
  private static final int SESSIONS = Case.STRAINED.size();
  private static final int EPISODES_PER_PART = 1 + RATINGS / SESSIONS / Part.values().length;
  private static final int AT_ONCE = 8;
  private static final Duration BETWEEN_POSTS = Duration.ofMillis(40);
  private static final Duration RECOVERY = Duration.ofSeconds(60);
  private static final List<String> QUIET = List.of("36", "37", "38", "37", "36", "37", "38");

  private final Attune attune;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;
  private final Traffic traffic;
  private final List<Case> strained = new ArrayList<>();
  private final List<Case> quiet = new ArrayList<>();

  KillIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
    this.traffic = new Traffic(clinic);
  }

  @Test
  void nothing_acknowledged_is_lost_or_doubled_whatever_is_killed() {
    for (Part part : Part.values()) {
      killInFullFlow(part);
    }

    assertThat(traffic.refused()).isEmpty();
    assertThat(traffic.unknown()).as("given up").isEmpty();
    assertThat(traffic.acknowledged()).hasSizeGreaterThanOrEqualTo(RATINGS);
    Eventually.holdsWithin(RECOVERY, this::everyRatingIsScoredOnce);
    Eventually.holdsWithin(RECOVERY, this::everyStrainIsTold);
    assertThat(InOrder.breaches(ratings(), scores(), Topic.DEFAULT_PARTITIONS)).isEmpty();
    assertThat(ToldOnce.breaches(attune.log().alertsAndMarks(clinic.tenant()))).isEmpty();
    readModelEqualsLog();
    streamTellsEverythingOnce();
  }

  private void killInFullFlow(Part part) {
    List<Case> cases =
        IntStream.range(0, EPISODES_PER_PART).mapToObj(_ -> therapist.newCase()).toList();
    int before = traffic.acknowledged().size();
    try (ExecutorService ehr = Executors.newVirtualThreadPerTaskExecutor()) {
      var lines = new Semaphore(AT_ONCE);
      List<CompletableFuture<Void>> posts =
          IntStream.range(0, cases.size())
              .mapToObj(i -> CompletableFuture.runAsync(() -> posts(cases.get(i), i, lines), ehr))
              .toList();
      Eventually.holdsWithin(
          RECOVERY,
          () ->
              assertThat(traffic.acknowledged().size() - before)
                  .isGreaterThan(cases.size() * SESSIONS / 3));

      attune.kill(part);

      assertThat(posts).as("the flow had already ended").anyMatch(post -> !post.isDone());
      posts.forEach(CompletableFuture::join);
    }
    Eventually.holdsWithin(RECOVERY, () -> assertThat(attune.ready()).isTrue());
    assertThat(attune.console())
        .contains(part.label() + " ended by itself", part.label() + " was started again");
  }

  private void posts(Case about, int place, Semaphore lines) {
    boolean strains = place % 3 == 0;
    synchronized (this) {
      (strains ? strained : quiet).add(about);
    }
    List<String> totals = strains ? Case.STRAINED : QUIET;
    lines.acquireUninterruptibly();
    try {
      for (int session = 1; session <= SESSIONS; session++) {
        traffic.post(about, session, totals.get(session - 1));
        LockSupport.parkNanos(BETWEEN_POSTS.toNanos());
      }
    } finally {
      lines.release();
    }
  }

  private void everyRatingIsScoredOnce() {
    assertThat(ScoredOnce.breaches(traffic.acknowledged(), traffic.unknown(), scores())).isEmpty();
  }

  private void everyStrainIsTold() {
    Map<String, List<Alert>> byEpisode =
        attune.log().alerts(clinic.tenant()).stream()
            .map(Logged::value)
            .filter(Objects::nonNull)
            .collect(Collectors.groupingBy(Alert::episode));
    for (Case about : strained) {
      assertThat(byEpisode.getOrDefault(about.episode(), List.of()))
          .extracting(Alert::status)
          .containsExactly(AlertStatus.OPEN, AlertStatus.PROBABLY_REPAIRED, AlertStatus.REPAIRED);
    }
    quiet.forEach(about -> assertThat(byEpisode).doesNotContainKey(about.episode()));
  }

  private void readModelEqualsLog() {
    Map<String, List<Logged<Score>>> scores = byEpisode(scores());
    Map<String, List<Logged<Alert>>> alerts =
        byEpisode(attune.log().alertsAndMarks(clinic.tenant()));
    var cases = new ArrayList<>(strained);
    cases.addAll(quiet);
    for (Case about : cases) {
      Shown log =
          Shown.onLog(
              scores.getOrDefault(about.episode(), List.of()),
              alerts.getOrDefault(about.episode(), List.of()));
      Eventually.holdsWithin(
          RECOVERY, () -> assertThat(log.differences(clinic.shown(therapist, about))).isEmpty());
    }
  }

  private void streamTellsEverythingOnce() {
    int expected = traffic.acknowledged().size() + 3 * strained.size();
    try (EventStream stream = therapist.listen(0L)) {
      Eventually.holds(() -> assertThat(stream.events()).hasSizeGreaterThanOrEqualTo(expected));
      assertThat(stream.events()).hasSize(expected);
      assertThat(GapFree.breaches(0, stream.events().stream().map(StreamEvent::id).toList()))
          .isEmpty();
    }
  }

  private List<Logged<Rating>> ratings() {
    return attune.log().ratings(clinic.tenant());
  }

  private List<Logged<Score>> scores() {
    return attune.log().scores(clinic.tenant());
  }

  private static <T> Map<String, List<Logged<T>>> byEpisode(List<Logged<T>> log) {
    return log.stream().collect(Collectors.groupingBy(logged -> logged.key().split("/", 3)[1]));
  }
}
