package dev.attune.feedback.read;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Identifiers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Severity;
import dev.attune.feedback.domain.Sight;
import dev.attune.feedback.store.Audit;
import dev.attune.feedback.store.Feed;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import dev.attune.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Alerts, and what people did about them. */
@ApplicationScoped
public class Alerts {

  private static final int PAGE = 50;

  private static final String LIST =
      "select "
          + AlertRow.COLUMNS
          + " from "
          + AlertRow.TABLES
          + """
          where %s
            and (a.severity = ?3 or (?3 = '' and a.severity <> 'INFO'))
            and (?4 = '' or a.status = ?4)
            and (a.opened_at, a.alert) < (cast(cast(?5 as text) as timestamptz), ?6)
          order by a.opened_at desc, a.alert desc limit ?7
          """;

  private static final String ONE =
      "select " + AlertRow.COLUMNS + " from " + AlertRow.TABLES + " where %s and a.alert = ?3";

  private static final String ACKNOWLEDGE =
      """
      insert into acknowledgement as k (tenant, episode, alert, acknowledged_by, acknowledged_at,
        severity, status)
      values (?1, ?2, ?3, ?4, cast(cast(?5 as text) as timestamptz), ?6, ?7)
      on conflict (tenant, episode, alert) do update
        set acknowledged_by = excluded.acknowledged_by,
          acknowledged_at = excluded.acknowledged_at, severity = excluded.severity,
          status = excluded.status
        where k.severity is distinct from excluded.severity
          or k.status is distinct from excluded.status
      """;

  private final Tenants tenants;
  private final Audit audit;
  private final Clock clock;

  Alerts(Tenants tenants, Audit audit, Clock clock) {
    this.tenants = tenants;
    this.audit = audit;
    this.clock = clock;
  }

  /** The page of the caller's alerts that starts at {@code cursor}; marks only where asked for. */
  public Uni<AlertsView> list(
      Caller caller,
      @Nullable AlertStatus status,
      @Nullable Severity severity,
      @Nullable String cursor) {
    Sight sight = Sight.of(caller);
    Cursor from = Cursor.parse(cursor);
    return tenants.answer(
        sight.tenant(),
        rows ->
            rows.read(
                    AlertRow.class,
                    LIST.formatted(Visible.condition(sight)),
                    sight.tenant(),
                    sight.subject(),
                    severity == null ? "" : severity.name(),
                    status == null ? "" : status.name(),
                    from.at().toString(),
                    from.id(),
                    PAGE + 1)
                .map(Alerts::page)
                .call(page -> audit.note(rows, sight, "alerts.read", episodes(page.alerts()))));
  }

  /** The alert, or nothing where it does not exist for this caller. */
  public Uni<Optional<AlertView>> of(Caller caller, String alert) {
    if (Identifiers.fault(alert) != null) {
      return Uni.createFrom().item(Optional.empty());
    }
    Sight sight = Sight.of(caller);
    return tenants.answer(
        sight.tenant(),
        rows -> find(rows, sight, alert).call(found -> note(rows, sight, "alert.read", found)));
  }

  /**
   * Notes that the caller has seen the alert as it stands; the first to do so stays the one on
   * record until it becomes heavier. Nothing where the alert does not exist for this caller, who
   * has to be the therapist of its episode.
   */
  public Uni<Optional<AlertView>> acknowledge(Caller caller, String alert) {
    if (Identifiers.fault(alert) != null) {
      return Uni.createFrom().item(Optional.empty());
    }
    Sight sight = new Sight.OwnEpisodes(caller.tenant(), caller.subject());
    return tenants.answer(
        sight.tenant(),
        rows ->
            find(rows, sight, alert)
                .chain(found ->
                    found.isEmpty() || found.get().acknowledgedBy() != null
                        ? Uni.createFrom().item(found)
                        : acknowledge(rows, sight, found.get()))
                .call(found -> note(rows, sight, "alert.acknowledge", found)));
  }

  private Uni<Optional<AlertView>> acknowledge(Rows rows, Sight sight, AlertView view) {
    return rows.write(
            ACKNOWLEDGE,
            sight.tenant(),
            view.episode(),
            view.alert(),
            sight.subject(),
            clock.instant().toString(),
            view.severity().name(),
            view.status().name())
        .chain(changed ->
            find(rows, sight, view.alert())
                .call(seen -> tell(rows, sight, changed == 0 ? Optional.empty() : seen)));
  }

  private static Uni<?> tell(Rows rows, Sight sight, Optional<AlertView> seen) {
    return Feed.append(
        rows,
        seen
            .filter(view -> !view.isMark())
            .map(view ->
                new Feed.News(
                    0,
                    sight.tenant(),
                    sight.subject(),
                    "alert",
                    view.episode(),
                    view.openedAt().id(),
                    view.alert(),
                    null,
                    Feed.ANYBODY,
                    true,
                    new String(Json.write(view), StandardCharsets.UTF_8)))
            .stream()
            .toList());
  }

  private static Uni<Optional<AlertView>> find(Rows rows, Sight sight, String alert) {
    return rows.read(
            AlertRow.class,
            ONE.formatted(Visible.condition(sight)),
            sight.tenant(),
            sight.subject(),
            alert)
        .map(found -> found.stream().findFirst().map(AlertRow::view));
  }

  private Uni<Void> note(Rows rows, Sight sight, String action, Optional<AlertView> found) {
    return found.isEmpty()
        ? Uni.createFrom().voidItem()
        : audit.note(rows, sight, action, List.of(found.get().episode()));
  }

  private static AlertsView page(List<AlertRow> found) {
    List<AlertView> page =
        found.subList(0, Math.min(PAGE, found.size())).stream().map(AlertRow::view).toList();
    return new AlertsView(page, found.size() > PAGE ? cursor(page.getLast()).text() : null);
  }

  private static Cursor cursor(AlertView last) {
    return new Cursor(0, last.openedAt().heldAt(), last.alert());
  }

  private static List<String> episodes(List<AlertView> alerts) {
    return alerts.stream().map(AlertView::episode).distinct().toList();
  }
}
