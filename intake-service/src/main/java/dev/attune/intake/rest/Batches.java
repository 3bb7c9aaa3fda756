package dev.attune.intake.rest;

import dev.attune.intake.domain.Places;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Opens batches, a few at a time, so that they leave room for single ratings. */
@Singleton
class Batches {

  static final String MEDIA_TYPE = "application/x-ndjson";

  private static final int AT_ONCE = 4;
  private static final int AT_ONCE_PER_TENANT = 2;

  private final Places places = new Places(AT_ONCE, AT_ONCE_PER_TENANT);
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
    if (declaredBytes(request) > BatchExchange.MAX_BYTES) {
      bodies.cutOff(request);
      throw tally.refused(Refusals.tooLarge(BatchExchange.TOO_LARGE));
    }
    if (places.take(tenant) != Places.Answer.TAKEN) {
      bodies.cutOff(request);
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
            () -> places.giveBack(tenant));
    return Multi.createFrom().publisher(exchange);
  }

  private static long declaredBytes(HttpServerRequest request) {
    @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }
}
