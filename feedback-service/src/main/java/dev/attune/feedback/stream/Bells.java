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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Listens to PostgreSQL for recipients with news and rings the bells of their streams; all of them
 * after it was away, because nobody knows what it has missed.
 */
@Singleton
class Bells {

  private static final Logger LOG = Logger.getLogger(Bells.class);
  private static final long PAUSE_MS = 500;

  private final Map<String, Set<Bell>> bells = new ConcurrentHashMap<>();
  private final PgSubscriber subscriber;

  Bells(
      Vertx vertx,
      @ConfigProperty(name = "quarkus.datasource.reactive.url") String url,
      @ConfigProperty(name = "quarkus.datasource.username") String user,
      @ConfigProperty(name = "quarkus.datasource.password") String password) {
    PgConnectOptions options =
        PgConnectOptions.fromUri(url.replaceFirst("^vertx-reactive:", ""))
            .setUser(user)
            .setPassword(password);
    subscriber = PgSubscriber.subscriber(vertx, options).reconnectPolicy(_ -> PAUSE_MS);
  }

  void start(@Observes StartupEvent event) {
    PgChannel channel = subscriber.channel(Feed.CHANNEL);
    channel.handler(this::ring);
    channel.subscribeHandler(_ -> ringAll());
    subscriber.connect(connected -> {
      if (connected.failed()) {
        LOG.warn("not listening to PostgreSQL; streams look at their heartbeats only");
      }
    });
  }

  void stop(@Observes ShutdownEvent event) {
    subscriber.close(_ -> {});
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

  private void ring(String address) {
    bells.getOrDefault(address, Set.of()).forEach(Bell::ring);
  }

  private void ringAll() {
    bells.values().forEach(hung -> hung.forEach(Bell::ring));
  }

  private static String address(String tenant, String recipient) {
    return tenant + " " + recipient;
  }
}
