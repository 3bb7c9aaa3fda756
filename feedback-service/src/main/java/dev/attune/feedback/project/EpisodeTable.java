package dev.attune.feedback.project;

import dev.attune.feedback.store.Rows;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;

/** Table {@code episode}: what follows from the sessions and alerts of each episode. */
final class EpisodeTable {

  private static final String REFRESH =
      """
      with touched as (
        select * from json_to_recordset(cast(cast(?1 as text) as json))
          as t(tenant text, episode text)
      )
      insert into episode (tenant, episode, client, therapist, population, last_session,
        last_number, last_held_at, latest_at, sessions, urgency)
      select t.tenant, t.episode, latest.client, latest.therapist, told.population, held.session,
        held.number, held.held_at, latest.held_at, n.sessions, coalesce(a.urgency, 0)
      from touched t
      cross join lateral (
        select client, therapist, held_at from session s
        where s.tenant = t.tenant and s.episode = t.episode
        order by held_at desc, number desc nulls first, session desc limit 1) latest
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
        select max(case severity when 'RED' then 2 else 1 end) as urgency from alert o
        where o.tenant = t.tenant and o.episode = t.episode and severity <> 'INFO'
          and status in ('OPEN', 'RECOVERING', 'UNREPAIRED')) a
      order by 1, 2
      on conflict (tenant, episode) do update set client = excluded.client,
        therapist = excluded.therapist, population = excluded.population,
        last_session = excluded.last_session, last_number = excluded.last_number,
        last_held_at = excluded.last_held_at, latest_at = excluded.latest_at,
        sessions = excluded.sessions, urgency = excluded.urgency
      where (episode.*) is distinct from (excluded.*)
      """;

  private static final String FORGET =
      """
      delete from episode e using json_to_recordset(cast(cast(?1 as text) as json))
        as t(tenant text, episode text)
      where e.tenant = t.tenant and e.episode = t.episode
        and not exists (select 1 from session s
          where s.tenant = e.tenant and s.episode = e.episode)
      """;

  private static final String THERAPISTS =
      """
      select e.tenant, e.episode, e.therapist
      from episode e join json_to_recordset(cast(cast(?1 as text) as json))
        as t(tenant text, episode text) on e.tenant = t.tenant and e.episode = t.episode
      """;

  private EpisodeTable() {}

  /** An episode by its identity. */
  record Key(String tenant, String episode) {}

  /** Whose episode it is. */
  record Owned(String tenant, String episode, String therapist) {

    Key key() {
      return new Key(tenant, episode);
    }
  }

  /** Makes the touched episodes anew and tells whose they are. */
  static Uni<List<Owned>> refresh(Rows rows, Collection<Key> touched, boolean erased) {
    if (touched.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    String json = Rows.json(touched);
    Uni<Integer> made = rows.write(REFRESH, json);
    Uni<Integer> rest = erased ? made.chain(() -> rows.write(FORGET, json)) : made;
    return rest.chain(() -> rows.read(Owned.class, THERAPISTS, json));
  }
}
