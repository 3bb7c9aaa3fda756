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
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowingConsumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class EventLogTest {

  private static final Duration IN_TIME = Duration.ofSeconds(5);
  private static final byte[] SOMETHING = "{}".getBytes(StandardCharsets.UTF_8);

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
  void a_record_that_is_refused_leaves_the_producer_to_the_others() {
    assertThat(append()).succeedsWithin(IN_TIME);
    Set<String> before = producers();

    assertThat(append("northside", new byte[2_000_000])).failsWithin(IN_TIME);

    Awaitility.await()
        .during(config.watchEvery().multipliedBy(3))
        .atMost(Duration.ofSeconds(20))
        .until(() -> producers().equals(before));
    assertThat(append()).succeedsWithin(IN_TIME);
  }

  @Test
  void what_comes_on_top_of_a_tenants_share_is_shed_at_once_and_others_are_taken() {
    assertThat(append()).succeedsWithin(IN_TIME);
    Surroundings.whileTheBrokerHangs(() -> {
      append("northside", config.inFlightPerTenant());

      assertThat(append()).satisfies(failedWith(Reason.SHARE_HELD));
      assertThat(append("southside", SOMETHING)).isNotDone();
    });
    takesEventsAgain();
  }

  @Test
  void what_comes_on_top_of_the_places_is_shed_at_once() {
    assertThat(append()).succeedsWithin(IN_TIME);
    Surroundings.whileTheBrokerHangs(() -> {
      append("northside", config.inFlightPerTenant());
      append("southside", config.inFlight() - config.inFlightPerTenant());

      assertThat(append("eastside", SOMETHING)).satisfies(failedWith(Reason.BUSY));
    });
    takesEventsAgain();
  }

  private void takesEventsAgain() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(append()).succeedsWithin(IN_TIME));
  }

  /** The producers that are there, by the names that their threads have. */
  private static Set<String> producers() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("kafka-producer-network-thread"))
        .collect(Collectors.toSet());
  }

  private static ThrowingConsumer<CompletableFuture<Void>> failedWith(Reason reason) {
    return outcome ->
        assertThat(outcome.exceptionNow())
            .isInstanceOfSatisfying(
                NotAcknowledged.class, why -> assertThat(why.reason()).isEqualTo(reason));
  }

  private void append(String tenant, int times) {
    IntStream.range(0, times).forEach(i -> assertThat(append(tenant, SOMETHING)).isNotDone());
  }

  private CompletableFuture<Void> append() {
    return append("northside", SOMETHING);
  }

  private CompletableFuture<Void> append(String tenant, byte[] value) {
    return log.append(
        new Event(
            EventType.SESSION,
            tenant,
            "ses_1",
            tenant + "/E-1/S-1",
            value,
            Instant.now(),
            "00-00000000000000000000000000000001-0000000000000001-00"));
  }
}
