package dev.attune.intake.rest;

import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;

/** Opens batches, a few at a time, so that they leave room for single ratings. */
@Singleton
class Batches {

  static final String MEDIA_TYPE = "application/x-ndjson";

  private static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final Vertx vertx;
  private final Bodies bodies;
  private final RecordRating ratings;
  private final Tally tally;

  Batches(Vertx vertx, Bodies bodies, RecordRating ratings, Tally tally) {
    this.vertx = vertx;
    this.bodies = bodies;
    this.ratings = ratings;
    this.tally = tally;
  }

  /** The results of a batch, read and answered at the pace of its sender and of the log. */
  Multi<byte[]> open(HttpServerRequest request, String tenant) {
    if (!places.tryAcquire()) {
      throw tally.refused(Refusals.tooManyBatches());
    }
    String trace = TraceContext.of(request);
    Context context = vertx.getOrCreateContext();
    var exchange =
        new BatchExchange(
            request,
            context,
            bodies,
            tally,
            line -> ratings.record(line, tenant, trace),
            places::release);
    return Multi.createFrom().publisher(exchange);
  }
}
