package dev.attune.feedback.stream;

import dev.attune.contracts.Json;
import dev.attune.feedback.domain.Sight;
import dev.attune.web.Caller;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * One open stream: reads the feed page by page, as fast as the client takes it, and waits for the
 * bell at its end. It holds one page at most, and ends when its token does or nobody hears it.
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
  private final BooleanSupplier heard;
  private boolean open;
  private boolean readToTheEnd;
  private long seq;

  EventStream(
      FeedReader feed,
      Bell bell,
      StreamConfig config,
      Clock clock,
      Sse sse,
      Caller caller,
      Context context,
      OptionalLong resumeAfter,
      BooleanSupplier heard) {
    this.feed = feed;
    this.bell = bell;
    this.config = config;
    this.clock = clock;
    this.sse = sse;
    this.sight = new Sight.OwnEpisodes(caller.tenant(), caller.subject());
    this.expiresAt = caller.expiresAt();
    this.context = context;
    this.resumeAfter = resumeAfter;
    this.heard = heard;
  }

  /** The events, on the context of the request. */
  Multi<OutboundSseEvent> events() {
    return Multi.createBy()
        .repeating()
        .uni(this::next)
        .whilst(_ -> heard.getAsBoolean() && clock.instant().isBefore(expiresAt))
        .onItem()
        .<OutboundSseEvent>disjoint();
  }

  private Uni<List<OutboundSseEvent>> next() {
    if (!open) {
      return feed.open(sight).map(this::opened);
    }
    return readToTheEnd ? wait(expiresAt) : read();
  }

  private Uni<List<OutboundSseEvent>> read() {
    Set<String> changed = bell.hush();
    return feed.after(sight, seq, config.page())
        .invoke(page -> readToTheEnd = page.size() < config.page())
        .map(page -> sent(page, changed));
  }

  private List<OutboundSseEvent> opened(long head) {
    open = true;
    long wanted = resumeAfter.orElse(head);
    seq = Math.min(wanted, head);
    return wanted > head ? List.of(comment("open"), reset(head)) : List.of(comment("open"));
  }

  private Uni<List<OutboundSseEvent>> wait(Instant end) {
    Duration left = Duration.between(clock.instant(), end);
    Duration time = left.compareTo(config.heartbeat()) < 0 ? left : config.heartbeat();
    return bell.ringsWithin(time.isPositive() ? time : Duration.ofMillis(1))
        .emitOn(task -> context.runOnContext(_ -> task.run()))
        .invoke(() -> readToTheEnd = false)
        .map(rung -> rung ? List.of() : List.of(comment("still here")));
  }

  private List<OutboundSseEvent> sent(List<FeedReader.Event> page, Set<String> changed) {
    var events = new ArrayList<OutboundSseEvent>();
    if (!page.isEmpty()) {
      long first = page.getFirst().seq();
      if (first > seq + 1) {
        events.add(reset(first - 1));
      }
      page.forEach(event -> events.add(event(event)));
      seq = page.getLast().seq();
    }
    Set<String> told =
        page.stream()
            .filter(event -> !event.withdrawn())
            .map(FeedReader.Event::episode)
            .collect(Collectors.toSet());
    changed.stream()
        .filter(episode -> !told.contains(episode))
        .forEach(episode -> events.add(changed(episode)));
    return events;
  }

  /** The feed does not go on where the listener stopped: it is to look anew. */
  private OutboundSseEvent reset(long at) {
    return sse.newEventBuilder()
        .id(Long.toString(at))
        .name("reset")
        .data(String.class, "{}")
        .build();
  }

  /** Without a number: nobody misses anything who looks anew after a break. */
  private OutboundSseEvent changed(String episode) {
    Map<String, String> data =
        episode.equals(Bell.ANYTHING) ? Map.of() : Map.of("episode", episode);
    return sse.newEventBuilder()
        .name("changed")
        .data(String.class, new String(Json.write(data), StandardCharsets.UTF_8))
        .build();
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
