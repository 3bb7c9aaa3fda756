package dev.attune.feedback.stream;

import dev.attune.feedback.store.Feed;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.pubsub.PgChannel;
import io.vertx.pgclient.pubsub.PgSubscriber;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to PostgreSQL for recipients with news and rings the bells of their streams; all of them
 * after it was away, because nobody knows what it has missed.
 */
@Singleton
class Bells {

  private static final Logger LOG = Logger.getLogger(Bells.class);
  private static final long PAUSE_MS = 500;
  private static final long LONGEST_PAUSE_MS = 10_000;

  private final Map<String, Set<Bell>> bells = new ConcurrentHashMap<>();
  private final Vertx vertx;
  private final PgConnectOptions options;
  private volatile @Nullable PgSubscriber subscriber;
  private volatile boolean stopped;

  Bells(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    this.vertx = vertx;
    options =
        PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
            .setUser(user)
            .setPassword(password);
  }

  void start(@Observes StartupEvent event) {
    listen(PAUSE_MS);
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    close();
  }

  /** A bell that rings when the recipient may have news. */
  Bell hang(String tenant, String recipient) {
    var bell = new Bell();
    bells.compute(
        address(tenant, recipient),
        (_, hung) -> {
          Set<Bell> all = hung == null ? ConcurrentHashMap.newKeySet() : hung;
          all.add(bell);
          return all;
        });
    return bell;
  }

  void remove(String tenant, String recipient, Bell bell) {
    bells.computeIfPresent(
        address(tenant, recipient),
        (_, hung) -> {
          hung.remove(bell);
          return hung.isEmpty() ? null : hung;
        });
  }

  /** The library connects again by itself only to where it has been connected once. */
  private void listen(long pauseMs) {
    PgSubscriber attempt = PgSubscriber.subscriber(vertx, options).reconnectPolicy(_ -> PAUSE_MS);
    PgChannel channel = attempt.channel(Feed.CHANNEL);
    channel.handler(this::ring);
    channel.subscribeHandler(_ -> ringAll());
    subscriber = attempt;
    attempt.connect(connected -> {
      if (connected.failed() && !stopped) {
        LOG.warn("not listening to PostgreSQL yet; streams look at their heartbeats only");
        close();
        vertx.setTimer(pauseMs, _ -> listenAgain(Math.min(2 * pauseMs, LONGEST_PAUSE_MS)));
      }
    });
  }

  private void listenAgain(long pauseMs) {
    if (!stopped) {
      listen(pauseMs);
    }
  }

  private void close() {
    PgSubscriber present = subscriber;
    if (present != null) {
      present.close(_ -> {});
    }
  }

  private void ring(String payload) {
    List<String> parts = List.of(payload.split(" ", -1));
    String address = address(parts.get(0), parts.get(1));
    for (Bell bell : bells.getOrDefault(address, Set.of())) {
      if (parts.size() > 2) {
        bell.ring(parts.get(2));
      } else {
        bell.ring();
      }
    }
  }

  private void ringAll() {
    bells.values().forEach(hung -> hung.forEach(bell -> bell.ring(Bell.ANYTHING)));
  }

  private static String address(String tenant, String recipient) {
    return tenant + " " + recipient;
  }
}
