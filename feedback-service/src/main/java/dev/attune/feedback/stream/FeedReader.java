package dev.attune.feedback.stream;

import dev.attune.feedback.domain.Sight;
import dev.attune.feedback.store.Audit;
import dev.attune.feedback.store.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the feed of a recipient. */
@ApplicationScoped
class FeedReader {

  private static final String HEAD =
      "select coalesce(max(seq), 0) as seq from feed_head where tenant = ?1 and recipient = ?2";

  /** What has gone over to another therapist keeps its number and says nothing any more. */
  private static final String PAGE =
      """
      select f.seq,
        case when e.therapist <> f.recipient then 'withdrawn' else f.type end as type,
        case when e.therapist <> f.recipient then '{}' else f.payload end as payload
      from feed f left join episode e on e.tenant = f.tenant and e.episode = f.episode
      where f.tenant = ?1 and f.recipient = ?2 and f.seq > ?3
      order by f.seq limit ?4
      """;

  private final Tenants tenants;
  private final Audit audit;

  FeedReader(Tenants tenants, Audit audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  private record Head(long seq) {}

  /** One event of a feed. */
  record Event(long seq, String type, String payload) {}

  /** Notes that the caller opens the stream, and tells the number of the last event there is. */
  Uni<Long> open(Sight sight) {
    return tenants.in(
        sight.tenant(),
        rows ->
            rows.read(Head.class, HEAD, sight.tenant(), sight.subject())
                .map(heads -> heads.getFirst().seq())
                .call(() -> audit.note(rows, sight, "stream.open", List.of())));
  }

  /** The events behind {@code seq}, at most {@code limit}. */
  Uni<List<Event>> after(Sight sight, long seq, int limit) {
    return tenants.in(
        sight.tenant(),
        rows -> rows.read(Event.class, PAGE, sight.tenant(), sight.subject(), seq, limit));
  }
}
