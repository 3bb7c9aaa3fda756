package dev.attune.systemtests.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.AlertStatus;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.check.ToldOnce;
import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedSystem.class)
class RepeatedPostsIT {
  private static final int AT_ONCE = 64;

  private final Attune attune;
  private final Clinic clinic;
  private final Case strained;

  RepeatedPostsIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.strained = clinic.therapist().newCase();
  }

  @Test
  void many_identical_posts_at_once_are_one_rating_one_score_one_alert_and_one_id() {
    clinic.postSeries(strained, List.of("36", "37", "38", "37"));
    JsonNode drop = strained.srs(5, "30");

    List<Answer> answers = atOnce(drop);
    // The next session comes after all of them in the same partition: when it has its effect, no
    // further effect of theirs can follow.
    clinic.post(strained.srs(6, "36"));

    assertThat(answers).extracting(Answer::status).containsOnly(202);
    assertThat(answers)
        .extracting(answer -> answer.json().path("ratingId").asText())
        .containsOnly(answers.getFirst().json().path("ratingId").asText())
        .doesNotContain("");
    assertThat(answers)
        .as("those told that they were first")
        .filteredOn(answer -> !answer.json().path("repeated").asBoolean())
        .isNotEmpty();
    Eventually.holds(() -> {
      assertThat(LatestAlerts.of(attune.log().alerts(clinic.tenant())))
          .singleElement()
          .matches(alert -> alert.status() == AlertStatus.PROBABLY_REPAIRED)
          .matches(alert -> alert.revision() == 2);
      assertThat(attune.log().scores(clinic.tenant()))
          .extracting(Logged::key)
          .containsExactlyElementsOf(IntStream.rangeClosed(1, 6).mapToObj(strained::key).toList());
    });
    assertThat(ToldOnce.breaches(attune.log().alertsAndMarks(clinic.tenant()))).isEmpty();
    assertThat(attune.log().ratings(clinic.tenant()))
        .extracting(Logged::key)
        .contains(strained.key(5))
        .isSubsetOf(IntStream.rangeClosed(1, 6).mapToObj(strained::key).toList());
  }

  @Test
  void a_rating_posted_again_later_is_told_to_be_a_repetition_and_changes_nothing() {
    JsonNode rating = strained.srs(1, "38");
    Answer first = clinic.post(rating);

    Answer second = clinic.post(rating);
    clinic.post(strained.srs(2, "38"));

    assertThat(first.json().path("repeated").asBoolean()).isFalse();
    assertThat(second.json().path("repeated").asBoolean()).isTrue();
    assertThat(second.json().path("ratingId")).isEqualTo(first.json().path("ratingId"));
    Eventually.holds(() ->
        assertThat(attune.log().scores(clinic.tenant()))
            .extracting(Logged::key)
            .containsExactly(strained.key(1), strained.key(2)));
  }

  private List<Answer> atOnce(JsonNode rating) {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<CompletableFuture<Answer>> posts =
          IntStream.range(0, AT_ONCE)
              .mapToObj(_ -> CompletableFuture.supplyAsync(() -> clinic.post(rating), threads))
              .toList();
      return posts.stream().map(CompletableFuture::join).toList();
    }
  }
}
