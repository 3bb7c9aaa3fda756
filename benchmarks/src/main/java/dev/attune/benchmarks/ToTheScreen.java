package dev.attune.benchmarks;

import dev.attune.local.RunningSystem;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a rating takes from its post to the therapist's live stream, beside two exactly-once
 * stages that only copy.
 */
final class ToTheScreen {

  private static final Duration GOAL_P99 = Duration.ofMillis(150);
  private static final Duration WARM_UP = Duration.ofSeconds(30);
  private static final Duration STRAGGLERS = Duration.ofSeconds(30);
  private static final int CONNECTIONS = 64;
  private static final int THERAPISTS = 10;

  private final RunningSystem system;
  private final AtomicLong next = new AtomicLong(10_000_000);
  private final ConcurrentMap<String, Long> posted = new ConcurrentHashMap<>();
  private final LongAdder refused = new LongAdder();
  private volatile Latencies latencies = new Latencies();

  private ToTheScreen(RunningSystem system) {
    this.system = system;
  }

  static Report run(Path directory, RunningSystem system, int perSecond, Duration each)
      throws Exception {
    var pace = new Pace(perSecond, each);
    Latencies measured = new ToTheScreen(system).measure(pace);
    Latencies limit;
    try (var hops = new TwoHops(system.bootstrapServers(), "bench." + perSecond, directory)) {
      limit = hops.run(pace);
    }
    Duration p99 = measured.quantile(.99);
    return new Report(
        "to the screen, %d/s".formatted(perSecond),
        "post to live stream: %s; two hops that copy: %s".formatted(measured, limit),
        (double) p99.toNanos() / limit.quantile(.99).toNanos(),
        "p99 at most %d ms: %s"
            .formatted(GOAL_P99.toMillis(), p99.compareTo(GOAL_P99) <= 0 ? "reached" : "missed"));
  }

  private Latencies measure(Pace pace) throws Exception {
    Vertx vertx = Vertx.vertx();
    try (var streams = new EventReader()) {
      for (int therapist = 0; therapist < THERAPISTS; therapist++) {
        streams.open(
            system.feedback().resolve("/v1/stream"),
            system.token("therapist", "bench", "T-" + therapist),
            this::arrived);
      }
      HttpClient client =
          vertx.createHttpClient(
              new HttpClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
      String token = system.token("integration", "bench", "ehr");
      new Pace(pace.perSecond(), WARM_UP).run(_ -> post(client, token));
      awaitAll();
      latencies = new Latencies();
      pace.run(_ -> post(client, token));
      awaitAll();
      if (latencies.count() < pace.count()) {
        throw new IllegalStateException(
            "%d of %d ratings never reached the stream, %d were refused"
                .formatted(pace.count() - latencies.count(), pace.count(), refused.sum()));
      }
      return latencies;
    } finally {
      vertx.close().toCompletionStage().toCompletableFuture().join();
    }
  }

  private void post(HttpClient client, String token) {
    long n = next.getAndIncrement();
    posted.put(Bodies.session(n), System.nanoTime());
    URI intake = system.intake();
    client
        .request(
            new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(intake.getHost())
                .setPort(intake.getPort())
                .setURI("/v1/ratings")
                .putHeader("content-type", "application/json")
                .putHeader("authorization", "Bearer " + token))
        .compose(request -> request.send(Buffer.buffer(Bodies.json(n, therapist(n)))))
        .onComplete(answer -> {
          if (answer.failed() || answer.result().statusCode() != 202) {
            refused.increment();
          }
        });
  }

  /** All ratings of an episode have the same therapist. */
  private static String therapist(long n) {
    return "T-" + n / Bodies.SESSIONS_PER_EPISODE % THERAPISTS;
  }

  private void arrived(String session) {
    Long start = posted.remove(session);
    if (start != null) {
      latencies.add(System.nanoTime() - start);
    }
  }

  private void awaitAll() {
    long deadline = System.nanoTime() + STRAGGLERS.toNanos();
    while (!posted.isEmpty() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
  }
}
