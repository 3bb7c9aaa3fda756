package dev.attune.intake.rest;

import static java.util.Objects.requireNonNull;

import dev.attune.contracts.Json;
import dev.attune.intake.domain.Lines;
import dev.attune.intake.domain.Lines.Line;
import dev.attune.web.ProblemException;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One batch: lines in, results out, in the order of the lines.
 *
 * <pre>
 * request ──fetch 1──▶ Lines ──at most 64──▶ under way ──▶ log
 *                                               │ in order, as the caller takes them
 * response ◀──request 1── chunk of results ◀────┘
 * </pre>
 *
 * The next bytes are fetched only when there is room under way, and room comes only from results
 * that the caller has taken, so a slow log and a slow caller both slow the sender down. Everything
 * happens on the request's own event loop.
 */
final class BatchExchange implements Flow.Publisher<byte[]>, Flow.Subscription {

  /** So many lines are under way at once. */
  static final int UNDER_WAY = 64;

  /** The longest batch, in lines that are not blank. */
  static final int MAX_LINES = 10_000;

  /**
   * The longest batch, in bytes: as many lines as it may have, each with the longest comment, every
   * character of it escaped.
   */
  static final long MAX_BYTES = 256L * 1024 * 1024;

  static final String TOO_LARGE = "A batch has at most 10,000 lines and 256 MiB.";

  /** A batch that takes longer is cut off, so that nobody can keep a place for ever. */
  static final Duration WITHIN = Duration.ofMinutes(10);

  private static final int MAX_CHUNK_RESULTS = UNDER_WAY;

  private final HttpServerRequest request;
  private final Context context;
  private final Bodies bodies;
  private final Tally tally;
  private final Function<byte[], CompletableFuture<Accepted>> record;
  private final Runnable closed;

  private final Lines lines = new Lines(Bodies.MAX_BYTES);
  private final Deque<Slot> underWay = new ArrayDeque<>();
  private Flow.@Nullable Subscriber<? super byte[]> subscriber;
  private long demand;
  private long timer;
  private long bytesRead;
  private int linesRead;
  private boolean fetching;
  private boolean inputEnded;
  private boolean readAll;
  private boolean over;

  BatchExchange(
      HttpServerRequest request,
      Context context,
      Bodies bodies,
      Tally tally,
      Function<byte[], CompletableFuture<Accepted>> record,
      Runnable closed) {
    this.request = request;
    this.context = context;
    this.bodies = bodies;
    this.tally = tally;
    this.record = record;
    this.closed = closed;
  }

  /** The place of a line's result in the order of lines. */
  private static final class Slot {
    private @Nullable LineResult result;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super byte[]> taker) {
    subscriber = taker;
    request.handler(this::arrived);
    request.endHandler(end -> inputEnded());
    request.exceptionHandler(gone -> finish());
    timer = context.owner().setTimer(WITHIN.toMillis(), late -> Bodies.end(request));
    taker.onSubscribe(this);
    context.runOnContext(now -> read());
  }

  @Override
  public void request(long n) {
    context.runOnContext(now -> {
      demand += n;
      write();
    });
  }

  @Override
  public void cancel() {
    context.runOnContext(now -> finish());
  }

  private void arrived(Buffer chunk) {
    fetching = false;
    bytesRead += chunk.length();
    lines.add(chunk.getBytes());
    read();
  }

  private void inputEnded() {
    inputEnded = true;
    read();
  }

  private void read() {
    while (!over && !readAll && underWay.size() < UNDER_WAY) {
      Line line = lines.next();
      if (line != null) {
        take(line);
      } else if (inputEnded) {
        Line last = lines.last();
        readAll = true;
        if (last != null) {
          take(last);
        }
      } else {
        fetch();
        break;
      }
    }
    write();
  }

  private void fetch() {
    if (!fetching) {
      fetching = true;
      request.fetch(1);
    }
  }

  private void take(Line line) {
    var slot = new Slot();
    underWay.add(slot);
    byte[] bytes = line.bytes();
    if (linesRead == MAX_LINES || bytesRead > MAX_BYTES) {
      stopReading();
      refuse(slot, line, Refusals.tooLarge(TOO_LARGE));
    } else if (bytes == null) {
      refuse(slot, line, Refusals.tooLarge(Bodies.TOO_LARGE));
    } else {
      var _ =
          recorded(bytes)
              .thenApply(accepted -> LineResult.of(line.number(), accepted))
              .exceptionally(why -> LineResult.of(line.number(), Refusals.of(why)))
              .thenAccept(result -> settle(slot, result));
    }
    linesRead++;
  }

  // A failure thrown here would end the reading and leave the batch without an answer.
  private CompletableFuture<Accepted> recorded(byte[] line) {
    try {
      return record.apply(line);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void refuse(Slot slot, Line line, ProblemException why) {
    slot.result = LineResult.of(line.number(), tally.refused(why));
  }

  /** From the log's own thread, or at once. */
  private void settle(Slot slot, LineResult result) {
    context.runOnContext(now -> {
      slot.result = result;
      write();
    });
  }

  private void stopReading() {
    readAll = true;
    if (!inputEnded) {
      bodies.cutOffAfterAnswer(request);
    }
  }

  private void write() {
    if (over || subscriber == null) {
      return;
    }
    if (demand > 0 && isNextSettled()) {
      demand--;
      subscriber.onNext(settledResults());
      context.runOnContext(now -> read());
    } else if (readAll && underWay.isEmpty()) {
      var taker = subscriber;
      finish();
      taker.onComplete();
    }
  }

  private boolean isNextSettled() {
    Slot next = underWay.peek();
    return next != null && next.result != null;
  }

  /** The results at hand; between one chunk and the next the framework puts a line break. */
  private byte[] settledResults() {
    Buffer results = Buffer.buffer();
    for (int i = 0; i < MAX_CHUNK_RESULTS && isNextSettled(); i++) {
      if (i > 0) {
        results.appendByte((byte) '\n');
      }
      results.appendBytes(Json.write(requireNonNull(underWay.remove().result)));
    }
    return results.getBytes();
  }

  private void finish() {
    if (!over) {
      over = true;
      context.owner().cancelTimer(timer);
      closed.run();
    }
  }
}
