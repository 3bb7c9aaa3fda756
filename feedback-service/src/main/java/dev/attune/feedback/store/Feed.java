package dev.attune.feedback.store;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What each person is told, numbered without gaps. Whoever tells adds here, in the transaction in
 * which it came to be.
 */
public final class Feed {

  /** The channel of PostgreSQL on which recipients with news are named. */
  public static final String CHANNEL = "attune_feed";

  /** So many of the latest rows are kept for each recipient. */
  private static final long KEPT = 10_000;

  private static final String APPEND =
      """
      with news as (
        select * from json_to_recordset(cast(cast(?1 as text) as json)) as n(
          ord integer, tenant text, recipient text, type text, episode text, about text,
          transition text, payload text)
      ), told_now as (
        insert into told (tenant, alert, transition, recipient, channel)
        select tenant, about, transition, recipient, 'sse' from news where transition is not null
        order by 1, 2, 3, 4
        on conflict do nothing
        returning tenant, alert, transition, recipient
      ), fresh as (
        select n.* from news n left join told_now t
          on t.tenant = n.tenant and t.alert = n.about and t.transition = n.transition
          and t.recipient = n.recipient
        where n.transition is null or t.alert is not null
      ), head as (
        insert into feed_head as h (tenant, recipient, seq)
        select tenant, recipient, count(*) from fresh group by 1, 2 order by 1, 2
        on conflict (tenant, recipient) do update set seq = h.seq + excluded.seq
        returning tenant, recipient, seq
      ), old as (
        delete from feed f using head h
        where f.tenant = h.tenant and f.recipient = h.recipient and f.seq <= h.seq - ?2
      ), added as (
        insert into feed (tenant, recipient, seq, type, episode, about, payload)
        select f.tenant, f.recipient,
          h.seq - count(*) over (partition by f.tenant, f.recipient)
            + row_number() over (partition by f.tenant, f.recipient order by f.ord),
          f.type, f.episode, f.about, f.payload
        from fresh f join head h on h.tenant = f.tenant and h.recipient = f.recipient
        returning tenant, recipient
      ), woken as (
        select distinct tenant, recipient from added
      )
      select cast(row_to_json(w) as text) from (
        select tenant, recipient,
          cast(pg_notify('attune_feed', tenant || ' ' || recipient) as text) as notified
        from woken) w
      """;

  private static final String WITHDRAW =
      """
      update feed f set type = 'withdrawn', payload = '{}'
      from json_to_recordset(cast(cast(?1 as text) as json))
        as g(tenant text, episode text, about text)
      where f.tenant = g.tenant and f.episode = g.episode and f.about = g.about
      """;

  private Feed() {}

  /**
   * One thing to tell one person.
   *
   * @param about the key of the score, or the id of the alert
   * @param transition of an alert, told once; null for what may be told again
   * @param payload the data of the event, as JSON without line breaks
   */
  public record News(
      int ord,
      String tenant,
      String recipient,
      String type,
      String episode,
      String about,
      @Nullable String transition,
      String payload) {}

  /** Something that is erased, and with it whatever was told about it. */
  public record Gone(String tenant, String episode, String about) {}

  private record Woken(String tenant, String recipient, String notified) {}

  /** Adds news to the feeds and wakes those who listen, once the transaction is through. */
  public static Uni<Integer> append(Rows rows, List<News> news) {
    return news.isEmpty()
        ? Uni.createFrom().item(0)
        : rows.change(Woken.class, APPEND, Rows.json(news), KEPT).map(List::size);
  }

  /** Blanks what was told about erased things; the numbers stay, so that no gap appears. */
  public static Uni<Integer> withdraw(Rows rows, List<Gone> gone) {
    return gone.isEmpty() ? Uni.createFrom().item(0) : rows.write(WITHDRAW, Rows.json(gone));
  }
}
