package dev.attune.feedback.project;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Json;
import dev.attune.contracts.Severity;
import dev.attune.feedback.domain.Acknowledgement;
import dev.attune.feedback.domain.Telling.Held;
import dev.attune.feedback.store.Feed;
import dev.attune.feedback.store.OpenAlerts;
import dev.attune.feedback.store.Rows;
import io.smallrye.mutiny.Uni;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Table {@code alert}: the state said last under each key of {@code attune.alerts}. */
final class AlertTable {

  private static final String HELD =
      """
      select a.tenant, a.episode, a.alert, a.log, a.revision, a.status, a.severity,
        k.acknowledged_by, k.acknowledged_at, k.severity as acknowledged_severity,
        k.status as acknowledged_status
      from json_to_recordset(cast(cast(?1 as text) as json))
        as t(tenant text, episode text, alert text)
      join alert a on a.tenant = t.tenant and a.episode = t.episode and a.alert = t.alert
      left join acknowledgement k
        on k.tenant = a.tenant and k.episode = a.episode and k.alert = a.alert
      """;

  private static final String KEEP =
      """
      insert into alert (tenant, episode, alert, log, revision, severity, status, opened_at, body)
      select * from json_to_recordset(cast(cast(?1 as text) as json)) as n(tenant text,
        episode text, alert text, log text, revision bigint, severity text, status text,
        opened_at timestamptz, body text)
      on conflict (tenant, episode, alert) do update set log = excluded.log,
        revision = excluded.revision, severity = excluded.severity, status = excluded.status,
        opened_at = excluded.opened_at, body = excluded.body
      """;

  private static final String ERASE =
      """
      with gone as (
        select * from json_to_recordset(cast(cast(?1 as text) as json))
          as g(tenant text, episode text, alert text)
      ), unacknowledged as (
        delete from acknowledgement k using gone g
        where k.tenant = g.tenant and k.episode = g.episode and k.alert = g.alert
      )
      delete from alert a using gone g
      where a.tenant = g.tenant and a.episode = g.episode and a.alert = g.alert
      """;

  private static final String OPEN =
      """
      select a.body, k.acknowledged_by, k.acknowledged_at, k.severity as acknowledged_severity,
        k.status as acknowledged_status
      from json_to_recordset(cast(cast(?1 as text) as json)) as t(tenant text, episode text)
      join alert a on a.tenant = t.tenant and a.episode = t.episode
      left join acknowledgement k
        on k.tenant = a.tenant and k.episode = a.episode and k.alert = a.alert
      where\
      """
          + " "
          + OpenAlerts.CONDITION
          + " order by a.tenant, a.episode, a.opened_at, a.alert";

  private static final String UNACKNOWLEDGE =
      """
      delete from acknowledgement k
      using json_to_recordset(cast(cast(?1 as text) as json))
        as g(tenant text, episode text, alert text, at timestamptz)
      where k.tenant = g.tenant and k.episode = g.episode and k.alert = g.alert
        and k.acknowledged_at < g.at
      """;

  private AlertTable() {}

  /** What is held of an alert, and who has acknowledged it. */
  record Known(
      String tenant,
      String episode,
      String alert,
      String log,
      long revision,
      AlertStatus status,
      Severity severity,
      @Nullable String acknowledgedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable Severity acknowledgedSeverity,
      @Nullable AlertStatus acknowledgedStatus) {

    AlertKey key() {
      return new AlertKey(tenant, episode, alert);
    }

    @Nullable Acknowledgement acknowledgement() {
      return Acknowledgement.of(
          acknowledgedBy, acknowledgedAt, acknowledgedSeverity, acknowledgedStatus);
    }

    Held held() {
      return new Held(log, revision, status, severity);
    }
  }

  /** An alert that stands open, and who has acknowledged it. */
  record Open(
      String body,
      @Nullable String acknowledgedBy,
      @Nullable Instant acknowledgedAt,
      @Nullable Severity acknowledgedSeverity,
      @Nullable AlertStatus acknowledgedStatus) {

    Alert value() {
      return Json.read(body.getBytes(StandardCharsets.UTF_8), Alert.class);
    }

    @Nullable Acknowledgement acknowledgement() {
      return Acknowledgement.of(
          acknowledgedBy, acknowledgedAt, acknowledgedSeverity, acknowledgedStatus);
    }
  }

  private record Row(
      String tenant,
      String episode,
      String alert,
      String log,
      long revision,
      String severity,
      String status,
      Instant openedAt,
      String body) {

    static Row of(Batch.Received<Alert> received) {
      Alert alert = received.value();
      return new Row(
          alert.tenant(),
          alert.episode(),
          alert.id(),
          received.log(),
          alert.revision(),
          alert.severity().name(),
          alert.status().name(),
          alert.openedAt().heldAt(),
          ScoreTable.text(alert));
    }
  }

  /** What is held of these alerts. */
  static Uni<List<Known>> known(Rows rows, Collection<AlertKey> keys) {
    return keys.isEmpty()
        ? Uni.createFrom().item(List.of())
        : rows.read(Known.class, HELD, Rows.json(keys));
  }

  /** Keeps states that are newer than those held. */
  static Uni<Integer> keep(Rows rows, Collection<Batch.Received<Alert>> states) {
    return states.isEmpty()
        ? Uni.createFrom().item(0)
        : rows.write(KEEP, Rows.json(states.stream().map(Row::of).toList()));
  }

  /** The alerts that stand open in these episodes. */
  static Uni<List<Open>> open(Rows rows, Collection<EpisodeTable.Key> episodes) {
    return episodes.isEmpty()
        ? Uni.createFrom().item(List.of())
        : rows.read(Open.class, OPEN, Rows.json(episodes));
  }

  /** Forgets who acknowledged what was withdrawn afterwards: if it opens again, that is news. */
  static Uni<Integer> unacknowledge(Rows rows, List<AlertPlan.Retraction> retractions) {
    return retractions.isEmpty()
        ? Uni.createFrom().item(0)
        : rows.write(UNACKNOWLEDGE, Rows.json(retractions));
  }

  /** Erases alerts and who acknowledged them, and blanks what stands about them in the feeds. */
  static Uni<Integer> erase(Rows rows, Collection<AlertKey> keys) {
    if (keys.isEmpty()) {
      return Uni.createFrom().item(0);
    }
    var gone =
        keys.stream().map(key -> new Feed.Gone(key.tenant(), key.episode(), key.alert())).toList();
    return Feed.withdraw(rows, gone).chain(() -> rows.write(ERASE, Rows.json(keys)));
  }
}
