package dev.attune.intake.rest;

import dev.attune.web.ProblemException;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Reads whole bodies on the event loop, up to a size and within a time; who sends more or slower is
 * answered and cut off.
 */
@Singleton
public class Bodies {

  /** The longest rating or session, in bytes. */
  static final int MAX_BYTES = 256 * 1024;

  static final String TOO_LARGE = "A body may have at most " + MAX_BYTES + " bytes.";

  /** Shorter than the idle time after which the server cuts a connection without an answer. */
  private static final Duration WITHIN = Duration.ofSeconds(15);

  private static final Duration LEAVE_TO_READ = Duration.ofSeconds(1);

  /** The code of RFC 9113 for a stream that is needed no longer. */
  private static final long CANCEL = 0x8;

  private final Vertx vertx;

  Bodies(Vertx vertx) {
    this.vertx = vertx;
  }

  /** The body, or a failure with the {@link ProblemException} to answer with. */
  public CompletableFuture<byte[]> read(HttpServerRequest request) {
    var body = new CompletableFuture<byte[]>();
    new Arrival(request, body).begin();
    return body;
  }

  /**
   * Lets the answer out, and ends a caller who goes on sending; one who has sent everything in the
   * meantime keeps his connection.
   */
  void cutOff(HttpServerRequest request) {
    request.handler(rest -> {});
    request.resume();
    vertx.setTimer(LEAVE_TO_READ.toMillis(), timer -> closeUnlessEnded(request));
  }

  private static void closeUnlessEnded(HttpServerRequest request) {
    if (!request.isEnded()) {
      end(request);
    }
  }

  /** Ends the connection, or on HTTP/2, where it carries other requests too, only this one. */
  static void end(HttpServerRequest request) {
    if (request.version() == HttpVersion.HTTP_2) {
      request.response().reset(CANCEL);
    } else {
      request.connection().close();
    }
  }

  /** The same, when the answer takes a while yet. */
  void cutOffAfterAnswer(HttpServerRequest request) {
    request.handler(rest -> {});
    request.response().endHandler(answered -> cutOff(request));
  }

  /** A body arriving. */
  private final class Arrival {

    private final HttpServerRequest request;
    private final CompletableFuture<byte[]> body;
    private final Buffer arrived = Buffer.buffer();
    private boolean over;
    private long timer = -1;

    Arrival(HttpServerRequest request, CompletableFuture<byte[]> body) {
      this.request = request;
      this.body = body;
    }

    void begin() {
      request.handler(this::take);
      request.endHandler(end -> complete());
      request.exceptionHandler(gone -> fail(Refusals.gone()));
      request.resume();
      if (!over) {
        timer = vertx.setTimer(WITHIN.toMillis(), late -> giveUp(Refusals.tooSlow()));
      }
    }

    private void take(Buffer part) {
      if (over) {
        return;
      }
      if (arrived.length() + part.length() > MAX_BYTES) {
        giveUp(Refusals.tooLarge(TOO_LARGE));
      } else {
        arrived.appendBuffer(part);
      }
    }

    private void complete() {
      if (end()) {
        body.complete(arrived.getBytes());
      }
    }

    private void giveUp(ProblemException why) {
      if (!over) {
        cutOff(request);
        fail(why);
      }
    }

    private void fail(ProblemException why) {
      if (end()) {
        body.completeExceptionally(why);
      }
    }

    private boolean end() {
      boolean first = !over;
      over = true;
      if (first && timer >= 0) {
        vertx.cancelTimer(timer);
      }
      return first;
    }
  }
}
