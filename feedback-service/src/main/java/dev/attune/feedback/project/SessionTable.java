package dev.attune.feedback.project;

import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import dev.attune.feedback.store.Rows;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tables {@code session_record} (what {@code attune.sessions} says) and {@code session} (made of
 * that, and of the scores where nothing is said there).
 */
final class SessionTable {

  private static final String KEEP =
      """
      with changed as (
        insert into session_record (tenant, episode, session, number, status, held_at, setting,
          delivery, client, therapist)
        select tenant, episode, session, number, status, at, setting, delivery, client, therapist
        from json_to_recordset(cast(cast(?1 as text) as json)) as n(tenant text, episode text,
          session text, number integer, status text, at timestamptz, setting text, delivery text,
          client text, therapist text)
        on conflict (tenant, episode, session) do update set number = excluded.number,
          status = excluded.status, held_at = excluded.held_at, setting = excluded.setting,
          delivery = excluded.delivery, client = excluded.client, therapist = excluded.therapist
        where (session_record.*) is distinct from (excluded.*)
        returning tenant, episode, session
      )
      select cast(row_to_json(changed) as text) from changed
      """;

  private static final String ERASE =
      """
      with gone as (
        delete from session_record s using json_to_recordset(cast(cast(?1 as text) as json))
          as g(tenant text, episode text, session text)
        where s.tenant = g.tenant and s.episode = g.episode and s.session = g.session
        returning s.tenant, s.episode, s.session
      )
      select cast(row_to_json(gone) as text) from gone
      """;

  /** The record counts before scores, among scores the one that was rated last. */
  private static final String REFRESH =
      """
      with touched as (
        select * from json_to_recordset(cast(cast(?1 as text) as json))
          as t(tenant text, episode text, session text)
      ), source as (
        select r.*, cast(null as text) as population, 0 as rank,
          cast(null as timestamptz) as rated_at, '' as tie
        from touched t join session_record r
          on r.tenant = t.tenant and r.episode = t.episode and r.session = t.session
        union all
        select s.tenant, s.episode, s.session, s.number, 'HELD', s.held_at, s.setting, s.delivery,
          s.client, s.therapist, s.population, 1, s.rated_at,
          s.instrument || '/' || s.perspective || '/' || s.rater
        from touched t join score s
          on s.tenant = t.tenant and s.episode = t.episode and s.session = t.session
      )
      insert into session (tenant, episode, session, number, status, held_at, setting, delivery,
        client, therapist, population)
      select distinct on (tenant, episode, session) tenant, episode, session,
        coalesce(number, max(number) over each), status, held_at, setting, delivery, client,
        therapist, coalesce(population, max(population) over each)
      from source
      window each as (partition by tenant, episode, session)
      order by tenant, episode, session, rank, rated_at desc, tie collate "C" desc
      on conflict (tenant, episode, session) do update set number = excluded.number,
        status = excluded.status, held_at = excluded.held_at, setting = excluded.setting,
        delivery = excluded.delivery, client = excluded.client, therapist = excluded.therapist,
        population = excluded.population
      where (session.*) is distinct from (excluded.*)
      """;

  private static final String FORGET =
      """
      delete from session s using json_to_recordset(cast(cast(?1 as text) as json))
        as t(tenant text, episode text, session text)
      where s.tenant = t.tenant and s.episode = t.episode and s.session = t.session
        and not exists (select 1 from session_record r
          where r.tenant = s.tenant and r.episode = s.episode and r.session = s.session)
        and not exists (select 1 from score c
          where c.tenant = s.tenant and c.episode = s.episode and c.session = s.session)
      """;

  private static final String KNOWN =
      """
      select s.tenant, s.episode, s.session
      from json_to_recordset(cast(cast(?1 as text) as json))
        as t(tenant text, episode text, session text)
      join session s
        on s.tenant = t.tenant and s.episode = t.episode and s.session = t.session
      """;

  private SessionTable() {}

  /** Keeps what became of sessions and tells of which that is new. */
  static Uni<List<Touched>> keep(Rows rows, Collection<SessionRecord> sessions) {
    return sessions.isEmpty()
        ? Uni.createFrom().item(List.of())
        : rows.change(Touched.class, KEEP, Rows.json(sessions));
  }

  /** Erases what became of sessions and tells of which. */
  static Uni<List<Touched>> erase(Rows rows, Collection<SessionKey> keys) {
    return keys.isEmpty()
        ? Uni.createFrom().item(List.of())
        : rows.change(Touched.class, ERASE, Rows.json(keys));
  }

  /** Those of these sessions of which anything is known. */
  static Uni<Set<Touched>> known(Rows rows, Set<Touched> sessions) {
    return sessions.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : rows.read(Touched.class, KNOWN, Rows.json(sessions)).map(HashSet::new);
  }

  /** Makes the touched sessions anew. */
  static Uni<Integer> refresh(Rows rows, Collection<Touched> touched, boolean erased) {
    if (touched.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    String json = Rows.json(touched);
    Uni<Integer> made = rows.write(REFRESH, json);
    return erased ? made.chain(() -> rows.write(FORGET, json)) : made;
  }
}
