package dev.attune.intake.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.EventType;
import dev.attune.intake.Surroundings;
import dev.attune.intake.log.LogWatch.Sight;
import dev.attune.intake.log.NotAcknowledged.Reason;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EventLogTest {

  private static final Duration IN_TIME = Duration.ofSeconds(5);

  @Inject EventLog log;
  @Inject LiveProducer producer;
  @Inject LogWatch watch;
  @Inject LogConfig config;

  @BeforeEach
  void whenReady() {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> watch.sight() == Sight.READY);
  }

  @Test
  void a_producer_that_can_do_nothing_any_more_is_replaced() {
    assertThat(append()).succeedsWithin(IN_TIME);
    producer.close();

    assertThat(append()).satisfies(failedWith(Reason.OUT_OF_REACH));
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(append()).succeedsWithin(IN_TIME));
  }

  @Test
  void what_comes_on_top_of_the_places_is_shed_at_once() throws Exception {
    signal("STOP");
    try {
      List<CompletableFuture<Void>> outcomes =
          IntStream.range(0, config.inFlight() + 10).mapToObj(i -> append()).toList();

      assertThat(outcomes.subList(config.inFlight(), outcomes.size()))
          .hasSize(10)
          .allSatisfy(failedWith(Reason.BUSY));
    } finally {
      signal("CONT");
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(append()).succeedsWithin(IN_TIME));
  }

  /** A broker that is stopped so keeps its connections, but answers nothing. */
  private static void signal(String name) throws Exception {
    String pid = Long.toString(Surroundings.kafka().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  private static ThrowingConsumer<CompletableFuture<Void>> failedWith(Reason reason) {
    return outcome ->
        assertThat(outcome.exceptionNow())
            .isInstanceOfSatisfying(
                NotAcknowledged.class, why -> assertThat(why.reason()).isEqualTo(reason));
  }

  private CompletableFuture<Void> append() {
    return log.append(
        new Event(
            EventType.SESSION,
            "ses_1",
            "northside/E-1/S-1",
            "{}".getBytes(StandardCharsets.UTF_8),
            Instant.now(),
            "00-00000000000000000000000000000001-0000000000000001-00"));
  }
}
