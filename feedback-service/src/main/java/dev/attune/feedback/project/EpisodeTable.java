package dev.attune.feedback.project;

import dev.attune.feedback.store.OpenAlerts;
import dev.attune.feedback.store.Rows;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code episode}: what follows from the sessions and alerts of each episode. */
final class EpisodeTable {

  private static final String REFRESH =
      """
      with touched as (
        select * from json_to_recordset(cast(cast(?1 as text) as json))
          as t(tenant text, episode text)
      ), made as (
      insert into episode (tenant, episode, client, therapist, population, last_session,
        last_number, last_held_at, latest_at, sessions, urgency)
      select t.tenant, t.episode, latest.client, latest.therapist, told.population, held.session,
        held.number, held.held_at, latest.held_at, n.sessions, coalesce(a.urgency, 0)
      from touched t
      cross join lateral (
        select client, therapist, held_at from session s
        where s.tenant = t.tenant and s.episode = t.episode
        order by (status = 'HELD' or population is not null) desc, held_at desc,
          number desc nulls first, session desc limit 1) latest
      left join lateral (
        select population from session s
        where s.tenant = t.tenant and s.episode = t.episode and population is not null
        order by held_at desc, number desc nulls first, session desc limit 1) told on true
      left join lateral (
        select session, number, held_at from session s
        where s.tenant = t.tenant and s.episode = t.episode and status = 'HELD'
        order by held_at desc, number desc nulls first, session desc limit 1) held on true
      cross join lateral (
        select count(*) as sessions from session s
        where s.tenant = t.tenant and s.episode = t.episode and status = 'HELD') n
      cross join lateral (
        select max(case a.severity when 'RED' then 2 else 1 end) as urgency from alert a
        where a.tenant = t.tenant and a.episode = t.episode and %s) a
      order by 1, 2
      on conflict (tenant, episode) do update set client = excluded.client,
        therapist = excluded.therapist, population = excluded.population,
        last_session = excluded.last_session, last_number = excluded.last_number,
        last_held_at = excluded.last_held_at, latest_at = excluded.latest_at,
        sessions = excluded.sessions, urgency = excluded.urgency
      where (episode.*) is distinct from (excluded.*)
      returning tenant, episode, therapist
      )
      select cast(row_to_json(o) as text) from (
        select t.tenant, t.episode, coalesce(m.therapist, e.therapist) as therapist,
          e.therapist as former
        from touched t
        left join made m on m.tenant = t.tenant and m.episode = t.episode
        left join episode e on e.tenant = t.tenant and e.episode = t.episode
        where coalesce(m.therapist, e.therapist) is not null) o
      """
          .formatted(OpenAlerts.CONDITION);

  private static final String FORGET =
      """
      delete from episode e using json_to_recordset(cast(cast(?1 as text) as json))
        as t(tenant text, episode text)
      where e.tenant = t.tenant and e.episode = t.episode
        and not exists (select 1 from session s
          where s.tenant = e.tenant and s.episode = e.episode)
      """;

  private EpisodeTable() {}

  /** An episode by its identity. */
  record Key(String tenant, String episode) {}

  /**
   * Whose episode it is.
   *
   * @param former whose it was before, null where it is new
   */
  record Owned(String tenant, String episode, String therapist, @Nullable String former) {

    Key key() {
      return new Key(tenant, episode);
    }

    /** Whether it is somebody else's than before. */
    boolean moved() {
      return !therapist.equals(former);
    }
  }

  /**
   * Makes the touched episodes anew and tells whose they are. A session that was neither held nor
   * rated moves no episode while there is one that was.
   */
  static Uni<List<Owned>> refresh(Rows rows, Collection<Key> touched, boolean erased) {
    if (touched.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    String json = Rows.json(touched);
    Uni<List<Owned>> made = rows.change(Owned.class, REFRESH, json);
    return erased ? made.call(() -> rows.write(FORGET, json)) : made;
  }
}
