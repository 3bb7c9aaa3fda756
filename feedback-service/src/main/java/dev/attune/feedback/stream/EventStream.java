package dev.attune.feedback.stream;

import dev.attune.feedback.domain.Sight;
import dev.attune.web.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * One open stream: reads the feed page by page, as fast as the client takes it, and waits for the
 * bell at its end. It holds one page at most, and ends when its token does.
 */
final class EventStream {

  private final FeedReader feed;
  private final Bell bell;
  private final StreamConfig config;
  private final Clock clock;
  private final Sse sse;
  private final Sight sight;
  private final Instant expiresAt;
  private final Context context;
  private final OptionalLong resumeAfter;
  private boolean open;
  private long seq;

  EventStream(
      FeedReader feed,
      Bell bell,
      StreamConfig config,
      Clock clock,
      Sse sse,
      Caller caller,
      Context context,
      OptionalLong resumeAfter) {
    this.feed = feed;
    this.bell = bell;
    this.config = config;
    this.clock = clock;
    this.sse = sse;
    this.sight = new Sight.OwnEpisodes(caller.tenant(), caller.subject());
    this.expiresAt = caller.expiresAt();
    this.context = context;
    this.resumeAfter = resumeAfter;
  }

  /** The events, on the context of the request. */
  Multi<OutboundSseEvent> events() {
    return Multi.createBy()
        .repeating()
        .uni(this::next)
        .whilst(_ -> clock.instant().isBefore(expiresAt))
        .onItem()
        .<OutboundSseEvent>disjoint();
  }

  private Uni<List<OutboundSseEvent>> next() {
    if (!open) {
      return feed.open(sight).map(this::opened);
    }
    bell.hush();
    return feed.after(sight, seq, config.page())
        .chain(page -> page.isEmpty() ? wait(expiresAt) : Uni.createFrom().item(sent(page)));
  }

  private List<OutboundSseEvent> opened(long head) {
    open = true;
    seq = Math.min(resumeAfter.orElse(head), head);
    return List.of(comment("open"));
  }

  private Uni<List<OutboundSseEvent>> wait(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    Duration time = left.compareTo(config.heartbeat()) < 0 ? left : config.heartbeat();
    return bell.ringsWithin(time.isPositive() ? time : Duration.ofMillis(1))
        .emitOn(task -> context.runOnContext(_ -> task.run()))
        .map(rung -> rung ? List.of() : List.of(comment("still here")));
  }

  private List<OutboundSseEvent> sent(List<FeedReader.Event> page) {
    seq = page.getLast().seq();
    return page.stream().map(this::event).toList();
  }

  private OutboundSseEvent event(FeedReader.Event event) {
    return sse.newEventBuilder()
        .id(Long.toString(event.seq()))
        .name(event.type())
        .data(String.class, event.payload())
        .build();
  }

  private OutboundSseEvent comment(String text) {
    return sse.newEventBuilder().comment(text).build();
  }
}
