package dev.attune.intake.rest;

import static dev.attune.intake.domain.Bodies.RATING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpResponse;
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
      // Long lines, so that what the kernels hold in between is few of them.
      byte[] line = ("{}" + " ".repeat(4_000) + "\n").getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/ratings/batch", "application/x-ndjson", 1L << 27));
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

  @Test
  void a_third_batch_of_one_clinic_has_to_wait_and_that_of_another_has_not() throws IOException {
    var intake = new Intake(base);
    try (var first = new Socket(base.getHost(), base.getPort());
        var second = new Socket(base.getHost(), base.getPort())) {
      assertThat(beginBatch(first)).contains("200 OK");
      assertThat(beginBatch(second)).contains("200 OK");

      HttpResponse<String> third = intake.batch("{}");

      assertThat(third.statusCode()).isEqualTo(429);
      assertThat(third.headers().firstValue("Retry-After")).hasValue("5");
      assertThat(third.body()).contains("too-many-batches");
      assertThat(intake.batch("{}", Intake.tokenOf("southside")).statusCode()).isEqualTo(200);
    }
    awaitPlace();
  }

  @Test
  void who_leaves_in_the_middle_of_a_batch_leaves_the_place() {
    for (int i = 0; i < 10; i++) {
      awaitPlace();
      Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::beginsAndLeaves);
    }
    awaitPlace();
  }

  @Test
  void a_batch_that_is_declared_too_large_is_refused_at_once() throws IOException {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(20_000);
      long tooLarge = BatchExchange.MAX_BYTES + 1;
      socket.getOutputStream().write(head("/v1/ratings/batch", "application/x-ndjson", tooLarge));

      assertThat(untilClosed(socket.getInputStream()))
          .contains("413", "application/problem+json", "too-large");
    }
  }

  @Test
  void who_waits_for_the_word_to_go_on_gets_it() throws IOException {
    byte[] rating = RATING.getBytes(StandardCharsets.UTF_8);
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(head("/v1/ratings", "application/json", rating.length, "Expect: 100-continue\n"));
      out.flush();
      assertThat(until("\r\n\r\n", socket.getInputStream())).startsWith("HTTP/1.1 100 Continue");

      out.write(rating);
      out.flush();

      assertThat(until("\r\n\r\n", socket.getInputStream())).contains("202");
    }
  }

  private void awaitPlace() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> new Intake(base).batch("{}").statusCode() == 200);
  }

  private boolean beginsAndLeaves() throws IOException {
    try (var socket = new Socket(base.getHost(), base.getPort())) {
      return beginBatch(socket).contains("200 OK");
    }
  }

  /** Sends the first line of a batch and reads what comes back until its result is there. */
  private static String beginBatch(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    OutputStream out = socket.getOutputStream();
    out.write(head("/v1/ratings/batch", "application/x-ndjson", 1_000));
    out.write("{}\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
    return until("\"status\":", socket.getInputStream());
  }

  private static String until(String end, InputStream in) throws IOException {
    var read = new StringBuilder();
    while (read.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException(read.toString());
      }
      read.append((char) next);
    }
    return read.toString();
  }

  private static byte[] head(String path, String type, long length) {
    return head(path, type, length, "");
  }

  private static byte[] head(String path, String type, long length, String more) {
    return """
    POST %s HTTP/1.1
    Host: localhost
    Authorization: Bearer %s
    Content-Type: %s
    Content-Length: %d
    %s
    """
        .formatted(path, Intake.TOKEN, type, length, more)
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
