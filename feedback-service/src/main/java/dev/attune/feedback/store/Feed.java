package dev.attune.feedback.store;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each person is told, numbered without gaps. Whoever tells adds here, in the transaction in
 * which it came to be.
 */
public final class Feed {

  /**
   * The channel of PostgreSQL on which recipients with news are named: tenant and recipient, and
   * for a change that is no news the episode or {@code *}.
   */
  public static final String CHANNEL = "attune_feed";

  /** What was told to anybody is not told again, whoever it would concern by now. */
  public static final String ANYBODY = "*";

  /** So many of the latest rows are kept for each recipient. */
  private static final long KEPT = 10_000;

  private static final String APPEND =
      """
      with news as (
        select * from json_to_recordset(cast(cast(?1 as text) as json)) as n(
          ord integer, tenant text, recipient text, type text, episode text, session text,
          about text, transition text, told_to text, pushed boolean, payload text)
      ), told_now as (
        insert into told (tenant, alert, transition, recipient, channel)
        select tenant, about, transition, told_to, 'sse' from news where transition is not null
        order by 1, 2, 3, 4
        on conflict do nothing
        returning tenant, alert, transition, recipient
      ), candidate as (
        select n.*, n.transition is null or t.alert is not null as new, row_number() over (
          partition by n.tenant, n.about, n.transition, n.told_to order by n.ord) as nth
        from news n left join told_now t
          on t.tenant = n.tenant and t.alert = n.about and t.transition = n.transition
          and t.recipient = n.told_to
      ), fresh as (
        select * from candidate where pushed and new and (nth = 1 or transition is null)
      ), head as (
        insert into feed_head as h (tenant, recipient, seq)
        select tenant, recipient, count(*) from fresh group by 1, 2 order by 1, 2
        on conflict (tenant, recipient) do update set seq = h.seq + excluded.seq
        returning tenant, recipient, seq
      ), old as (
        delete from feed f using head h
        where f.tenant = h.tenant and f.recipient = h.recipient and f.seq <= h.seq - ?2
      ), added as (
        insert into feed (tenant, recipient, seq, type, episode, session, about, payload)
        select f.tenant, f.recipient,
          h.seq - count(*) over (partition by f.tenant, f.recipient)
            + row_number() over (partition by f.tenant, f.recipient order by f.ord),
          f.type, f.episode, f.session, f.about, f.payload
        from fresh f join head h on h.tenant = f.tenant and h.recipient = f.recipient
        returning tenant, recipient, episode
      )
      select cast(row_to_json(w) as text) from (
        select tenant, recipient, episode,
          cast(pg_notify('attune_feed', tenant || ' ' || recipient) as text) as notified
        from added) w
      """;

  private static final String SIGNAL =
      """
      select cast(pg_notify('attune_feed', c.tenant || ' ' || c.recipient || ' '
        || coalesce(c.episode, '*')) as text) as notified
      from json_to_recordset(cast(cast(?1 as text) as json))
        as c(tenant text, recipient text, episode text)
      """;

  private static final String WITHDRAW =
      """
      update feed f set type = 'withdrawn', payload = '{}', about = '', session = null
      from json_to_recordset(cast(cast(?1 as text) as json))
        as g(tenant text, episode text, about text)
      where f.tenant = g.tenant and f.episode = g.episode and f.about = g.about
      """;

  private Feed() {}

  /**
   * One thing to tell one person.
   *
   * @param session which it is about, where that tells whose it is; null where that is known
   * @param about the id of the rating or of the alert
   * @param transition by which it is told once; null for what may be told again
   * @param toldTo whom it counts as told: {@link #ANYBODY}, or this recipient alone
   * @param pushed false for what counts as told from now on without being told
   * @param payload the data of the event, as JSON without line breaks
   */
  public record News(
      int ord,
      String tenant,
      String recipient,
      String type,
      String episode,
      @Nullable String session,
      String about,
      @Nullable String transition,
      String toldTo,
      boolean pushed,
      String payload) {}

  /** An event that was added to a feed. */
  public record Added(String tenant, String recipient, String episode) {}

  /**
   * A change that is no event of its own, but makes what somebody looks at old.
   *
   * @param episode null where the recipient is not to know more than that something has changed
   */
  public record Change(String tenant, String recipient, @Nullable String episode) {}

  /** Something that is erased, and with it whatever was told about it. */
  public record Gone(String tenant, String episode, String about) {}

  private record Signalled(String notified) {}

  /** Adds news to the feeds and wakes those who listen, once the transaction is through. */
  public static Uni<List<Added>> append(Rows rows, List<News> news) {
    return news.isEmpty()
        ? Uni.createFrom().item(List.of())
        : rows.change(Added.class, APPEND, Rows.json(news), KEPT);
  }

  /** Wakes those who look at something that has changed, once the transaction is through. */
  public static Uni<Void> signal(Rows rows, List<Change> changes) {
    return changes.isEmpty()
        ? Uni.createFrom().voidItem()
        : rows.read(Signalled.class, SIGNAL, Rows.json(changes)).replaceWithVoid();
  }

  /** Blanks what was told about erased things; only the numbers stay, so that no gap appears. */
  public static Uni<Integer> withdraw(Rows rows, List<Gone> gone) {
    return gone.isEmpty() ? Uni.createFrom().item(0) : rows.write(WITHDRAW, Rows.json(gone));
  }
}
