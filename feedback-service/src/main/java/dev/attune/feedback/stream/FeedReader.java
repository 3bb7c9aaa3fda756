package dev.attune.feedback.stream;

import dev.attune.feedback.domain.Sight;
import dev.attune.feedback.store.Audit;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the feed of a recipient. */
@ApplicationScoped
class FeedReader {

  private static final String HEAD =
      "select coalesce(max(seq), 0) as seq from feed_head where tenant = ?1 and recipient = ?2";

  /**
   * What has gone over to another therapist keeps its number and says nothing any more. What is
   * about a session that is not known yet has gone nowhere: the rating that tells is on its way.
   */
  private static final String PAGE =
      """
      select seq, episode, case when gone then 'withdrawn' else type end as type,
        case when gone then '{}' else payload end as payload
      from (
        select f.seq, f.episode, f.type, f.payload,
          e.therapist <> f.recipient and (f.session is null or exists (
            select 1 from session s
            where s.tenant = f.tenant and s.episode = f.episode and s.session = f.session))
          as gone
        from feed f left join episode e on e.tenant = f.tenant and e.episode = f.episode
        where f.tenant = ?1 and f.recipient = ?2 and f.seq > ?3
        order by f.seq limit ?4) page
      order by seq
      """;

  private final Tenants tenants;
  private final Audit audit;

  FeedReader(Tenants tenants, Audit audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  private record Head(long seq) {}

  /** One event of a feed. */
  record Event(long seq, String episode, String type, String payload) {

    boolean withdrawn() {
      return type.equals("withdrawn");
    }
  }

  /** Notes that the caller opens the stream, and tells the number of the last event there is. */
  Uni<Long> open(Sight sight) {
    return tenants.answer(
        sight.tenant(),
        rows ->
            rows.read(Head.class, HEAD, sight.tenant(), sight.subject())
                .map(heads -> heads.getFirst().seq())
                .call(() -> audit.note(rows, sight, "stream.open", List.of())));
  }

  /** The events behind {@code seq}, at most {@code limit}. */
  Uni<List<Event>> after(Sight sight, long seq, int limit) {
    return tenants.answer(
        sight.tenant(),
        rows ->
            rows.read(Event.class, PAGE, sight.tenant(), sight.subject(), seq, limit)
                .call(page -> note(rows, sight, page)));
  }

  private Uni<Void> note(Rows rows, Sight sight, List<Event> page) {
    Set<String> episodes =
        page.stream()
            .filter(event -> !event.withdrawn())
            .map(Event::episode)
            .collect(Collectors.toSet());
    return episodes.isEmpty()
        ? Uni.createFrom().voidItem()
        : audit.note(rows, sight, "stream.read", episodes);
  }
}
