package dev.attune.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callers who do not play along, over plain sockets. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BackPressureTest {

  private static final int SOCKET_BUFFER = 16 * 1024;

  @TestHTTPResource("/")
  URI base;

  @BeforeEach
  void whenReady() {
    new Intake(base).awaitReady();
  }

  @Test
  @SuppressWarnings("try") // closing is what ends the blocked sender
  void a_caller_who_takes_no_results_is_read_no_further() throws Exception {
    try (var socket = new Socket()) {
      socket.setReceiveBufferSize(SOCKET_BUFFER);
      socket.setSendBufferSize(SOCKET_BUFFER);
      socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
      var sent = new AtomicLong();
      byte[] line = ("{}" + " ".repeat(500) + "\n").getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/ratings/batch", "application/x-ndjson", 1L << 25));
      Thread sender = Thread.ofVirtual().start(() -> sendForever(out, line, sent));

      Awaitility.await()
          .during(Duration.ofSeconds(2))
          .atMost(Duration.ofSeconds(15))
          .until(standsStill(sent));

      assertThat(sent.get() / line.length).as("lines taken").isBetween(100L, 9_000L);
      socket.close();
      sender.join();
    }
  }

  @Test
  void who_sends_half_a_body_is_answered_and_cut_off() throws IOException {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(40_000);
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/ratings", "application/json", 5_000));
      out.write("{\"episode\":".getBytes(StandardCharsets.UTF_8));
      out.flush();

      assertThat(untilClosed(socket.getInputStream())).contains("408");
    }
  }

  private static byte[] head(String path, String type, long length) {
    return """
    POST %s HTTP/1.1
    Host: localhost
    Authorization: Bearer %s
    Content-Type: %s
    Content-Length: %d

    """
        .formatted(path, Intake.TOKEN, type, length)
        .replace("\n", "\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Callable<Boolean> standsStill(AtomicLong sent) {
    var last = new AtomicLong(-1);
    return () -> {
      long now = sent.get();
      return last.getAndSet(now) == now && now > 0;
    };
  }

  private static void sendForever(OutputStream out, byte[] line, AtomicLong sent) {
    try {
      while (true) {
        out.write(line);
        sent.addAndGet(line.length);
      }
    } catch (SocketException e) {
      // The test has seen enough.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String untilClosed(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
