package dev.attune.intake.identity;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** An issuer that gives its keys over HTTP, but not before it is told to. */
public final class SlowKeys implements QuarkusTestResourceLifecycleManager {

  static final CountDownLatch ASKED = new CountDownLatch(1);
  static final CountDownLatch GIVE = new CountDownLatch(1);

  private @Nullable HttpServer server;

  @Override
  public int order() {
    // After the surroundings, whose location it replaces.
    return 1;
  }

  @Override
  public Map<String, String> start() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", SlowKeys::give);
    server.start();
    return Map.of(
        "mp.jwt.verify.publickey.location",
        "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks.json");
  }

  private static void give(HttpExchange exchange) throws IOException {
    ASKED.countDown();
    try (exchange) {
      GIVE.await();
      byte[] keys = Surroundings.TOKENS.keySet();
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, keys.length);
      exchange.getResponseBody().write(keys);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void stop() {
    GIVE.countDown();
    if (server != null) {
      server.stop(0);
    }
  }
}
