package dev.attune.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** One packaged service as a process of its own, on a free port of the loopback. */
final class Service implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private final Process process;
  private final URI address;

  private Service(Process process, URI address) {
    this.process = process;
    this.address = address;
  }

  /** Starts the module's jar and returns once {@code ready} answers 200 to a GET. */
  static Service start(
      Path root, String module, String ready, Map<String, String> settings, Path directory) {
    int port = freePort();
    var environment = new HashMap<>(settings);
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    Path jar = root.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
    Path log = directory.resolve(module.replace('/', '-') + ".log");
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-jar",
                jar.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      if (!Files.exists(jar)) {
        throw new IllegalStateException(jar + " is missing: build first (./attune bench does)");
      }
      var service = new Service(builder.start(), URI.create("http://127.0.0.1:" + port));
      service.awaitReady(ready, log);
      return service;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  URI at(String path) {
    return address.resolve(path);
  }

  private void awaitReady(String path, Path log) {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(at(path)).timeout(Duration.ofSeconds(2)).build();
      long deadline = System.nanoTime() + PATIENCE.toNanos();
      while (System.nanoTime() < deadline && process.isAlive()) {
        if (answers(client, request)) {
          return;
        }
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
    close();
    throw new IllegalStateException("not ready within a minute, see " + log);
  }

  private static boolean answers(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() < 500;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(15, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
