package dev.attune.benchmarks;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;

/**
 * As many posts as a server answers: a fixed number of connections, each sending its next body when
 * the last one has been answered.
 */
final class ClosedLoop implements AutoCloseable {

  private static final int CONNECTIONS = 128;

  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      vertx.createHttpClient(
          new HttpClientOptions().setKeepAlive(true),
          new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  private final AtomicLong next = new AtomicLong();

  /** What a run saw. */
  record Result(double perSecond, long accepted, long refused) {}

  /**
   * Posts for a while and counts what was answered with 2xx.
   *
   * @param body the body of the n-th post
   */
  Result run(URI target, String token, LongFunction<String> body, Duration duration) {
    var accepted = new LongAdder();
    var refused = new LongAdder();
    long deadline = System.nanoTime() + duration.toNanos();
    long start = System.nanoTime();
    var done = new CountDownLatch(CONNECTIONS);
    for (int connection = 0; connection < CONNECTIONS; connection++) {
      post(target, token, body, deadline, accepted, refused, done);
    }
    await(done, duration);
    double seconds = (System.nanoTime() - start) / 1e9;
    return new Result(accepted.sum() / seconds, accepted.sum(), refused.sum());
  }

  private void post(
      URI target,
      String token,
      LongFunction<String> body,
      long deadline,
      LongAdder accepted,
      LongAdder refused,
      CountDownLatch done) {
    if (System.nanoTime() >= deadline) {
      done.countDown();
      return;
    }
    client
        .request(options(target, token))
        .compose(request -> request.send(Buffer.buffer(body.apply(next.getAndIncrement()))))
        .compose(response -> response.body().map(response.statusCode() / 100 == 2))
        .onComplete(answer -> {
          (answer.succeeded() && answer.result() ? accepted : refused).increment();
          post(target, token, body, deadline, accepted, refused, done);
        });
  }

  private static RequestOptions options(URI target, String token) {
    return new RequestOptions()
        .setMethod(HttpMethod.POST)
        .setHost(target.getHost())
        .setPort(target.getPort())
        .setURI(target.getPath())
        .putHeader("content-type", "application/json")
        .putHeader("authorization", "Bearer " + token);
  }

  private static void await(CountDownLatch done, Duration duration) {
    try {
      if (!done.await(duration.toSeconds() + 30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("the server stopped answering");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
