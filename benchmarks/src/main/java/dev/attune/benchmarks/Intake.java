package dev.attune.benchmarks;

import dev.attune.local.RunningSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * How many ratings intake-service takes durably, beside the smallest program that posts the same
 * bytes to the same broker. The rest of the system stands still meanwhile.
 */
final class Intake {

  private static final double GOAL = 0.6;
  private static final int ROUNDS = 3;
  private static final String LIMIT_TOPIC = "bench.limit";
  private static final int PARTITIONS = 4;
  private static final List<String> STANDING_STILL =
      List.of("scoring-service", "alert-service", "feedback-service");

  private Intake() {}

  static Report run(Path root, Path directory, RunningSystem system, Duration each)
      throws Exception {
    STANDING_STILL.forEach(system::pause);
    try (var loop = new ClosedLoop();
        Service limit = limit(root, directory, system.bootstrapServers())) {
      String token = system.token("integration", "bench", "ehr");
      URI ratings = system.intake().resolve("/v1/ratings");
      loop.run(ratings, token, n -> Bodies.json(n, "T-1"), each);
      loop.run(limit.at("/"), token, n -> Bodies.json(n, "T-1"), each);
      double[] measured = new double[ROUNDS];
      double[] possible = new double[ROUNDS];
      for (int round = 0; round < ROUNDS; round++) {
        possible[round] = perSecond(loop, limit.at("/"), token, each);
        measured[round] = perSecond(loop, ratings, token, each);
      }
      double ratio = Latencies.median(measured) / Latencies.median(possible);
      return new Report(
          "intake",
          "%,.0f durable ratings/s; the smallest program %,.0f/s"
              .formatted(Latencies.median(measured), Latencies.median(possible)),
          ratio,
          "goal %.2f: %s".formatted(GOAL, ratio >= GOAL ? "reached" : "missed"));
    } finally {
      STANDING_STILL.forEach(system::resume);
    }
  }

  private static double perSecond(ClosedLoop loop, URI target, String token, Duration each) {
    ClosedLoop.Result result = loop.run(target, token, n -> Bodies.json(n, "T-1"), each);
    if (result.refused() > result.accepted() / 100) {
      throw new IllegalStateException(
          target.getPath() + " refused " + result.refused() + " of its posts");
    }
    return result.perSecond();
  }

  private static Service limit(Path root, Path directory, String bootstrap) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      NewTopic topic =
          new NewTopic(LIMIT_TOPIC, PARTITIONS, (short) 1).configs(Map.of("flush.messages", "1"));
      admin.createTopics(List.of(topic)).all().get();
    }
    return Service.start(
        root,
        "benchmarks/limit-intake",
        "/",
        Map.of("KAFKA_BOOTSTRAP_SERVERS", bootstrap, "LIMIT_TOPIC", LIMIT_TOPIC),
        directory);
  }
}
