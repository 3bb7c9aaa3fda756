package dev.attune.feedback.project;

import dev.attune.contracts.EventType;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Asks the broker every few seconds which of our topics it has, and in which incarnation. That
 * tells whether it answers, and whether a topic is missing or was made anew.
 */
@Singleton
class LogProbe {

  /** What is projected. */
  static final List<EventType> TYPES = List.of(EventType.SESSION, EventType.SCORE, EventType.ALERT);

  private static final List<String> TOPICS =
      TYPES.stream().map(type -> type.topic().topicName()).toList();
  private static final Duration EVERY = Duration.ofSeconds(3);
  private static final int TIMEOUT_MS = 5000;

  private final Admin admin;
  private final Clock clock;
  private final AtomicReference<Answer> last = new AtomicReference<>(Answer.NONE);
  private Instant due = Instant.MIN;

  /**
   * What the broker has answered.
   *
   * @param ids the incarnation of each topic, by name
   */
  private record Answer(Map<String, String> ids, Instant at) {
    static final Answer NONE = new Answer(Map.of(), Instant.MIN);
  }

  LogProbe(@ConfigProperty(name = "kafka.bootstrap.servers") String servers, Clock clock) {
    this.clock = clock;
    admin =
        Admin.create(
            Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers,
                AdminClientConfig.CLIENT_ID_CONFIG, "attune-feedback-probe",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_MS));
  }

  /** The names of the topics that are projected. */
  static List<String> topics() {
    return TOPICS;
  }

  /** Asks again when it is time; does not wait for the answer. */
  void look() {
    Instant now = clock.instant();
    if (now.isAfter(due)) {
      due = now.plus(EVERY);
      ask();
    }
  }

  /** Asks again and waits for the answer, at most some seconds. */
  void lookNow() {
    try {
      ask().toCompletableFuture().join();
    } catch (CompletionException e) {
      // No answer: what was known stays, and grows old.
      due = Instant.MIN;
    }
  }

  /** The incarnation of each topic by name, if all of them are there. */
  Optional<Map<String, String>> ids() {
    Map<String, String> ids = last.get().ids();
    return ids.size() == TOPICS.size() ? Optional.of(ids) : Optional.empty();
  }

  /** Whether the broker has answered within this time. */
  boolean answered(Duration within) {
    return last.get().at().isAfter(clock.instant().minus(within));
  }

  private CompletionStage<Void> ask() {
    return admin
        .listTopics()
        .listings()
        .toCompletionStage()
        .thenAccept(listings ->
            last.set(
                new Answer(
                    listings.stream()
                        .filter(listing -> TOPICS.contains(listing.name()))
                        .collect(
                            Collectors.toMap(
                                listing -> listing.name(),
                                listing -> listing.topicId().toString())),
                    clock.instant())));
  }

  @PreDestroy
  void close() {
    admin.close(Duration.ZERO);
  }
}
