package dev.attune.systemtests.client;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** One connection to the stream of events, listening in the background until it is cut. */
public final class EventStream implements AutoCloseable {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final InputStream body;
  private final List<StreamEvent> events = new CopyOnWriteArrayList<>();
  private final Thread listener;
  private final AtomicLong lastHeard = new AtomicLong(System.nanoTime());
  private final AtomicInteger comments = new AtomicInteger();
  private volatile boolean ended;

  private EventStream(InputStream body) {
    this.body = body;
    this.listener = Thread.ofVirtual().start(this::listen);
  }

  /**
   * Connects.
   *
   * @param lastEventId the last event that was seen; null to hear only what comes from now on
   * @throws Refused where the stream is not given
   */
  public static EventStream open(URI address, String token, @Nullable Long lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "text/event-stream");
    if (lastEventId != null) {
      request.header("Last-Event-ID", lastEventId.toString());
    }
    try {
      HttpResponse<InputStream> response =
          CLIENT.send(request.build(), BodyHandlers.ofInputStream());
      if (response.statusCode() != 200) {
        response.body().close();
        throw new Refused(response.statusCode());
      }
      return new EventStream(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while connecting", e);
    }
  }

  /** Everything heard so far, in the order of arrival. */
  public List<StreamEvent> events() {
    return List.copyOf(events);
  }

  /** How many comments came: signs of life between events. */
  public int comments() {
    return comments.get();
  }

  /** Whether nothing was heard for so long. */
  public boolean quietFor(Duration silence) {
    return System.nanoTime() - lastHeard.get() > silence.toNanos();
  }

  /** Whether the other side has ended the stream, or it was cut. */
  public boolean ended() {
    return ended;
  }

  /** Cuts the connection without a word, and waits until nothing can be heard any more. */
  @Override
  public void close() {
    try {
      body.close();
      listener.join(Duration.ofSeconds(10));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void listen() {
    var parser = new StreamParser();
    try (var lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        lastHeard.set(System.nanoTime());
        if (line.startsWith(":")) {
          comments.incrementAndGet();
        }
        parser.line(line).ifPresent(events::add);
      }
    } catch (IOException e) {
      // cut: what was heard until now counts
    } finally {
      ended = true;
    }
  }

  /** The stream was not given. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;

    Refused(int status) {
      super("the stream was answered with " + status);
      this.status = status;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }
  }
}
