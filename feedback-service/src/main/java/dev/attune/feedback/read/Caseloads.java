package dev.attune.feedback.read;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.ScoreState;
import dev.attune.feedback.domain.Sight;
import dev.attune.feedback.store.Audit;
import dev.attune.feedback.store.OpenAlerts;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import dev.attune.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The episodes a caller may see, those that need attention first. */
@ApplicationScoped
public class Caseloads {

  private static final int PAGE = 50;

  @SuppressWarnings("InlineFormatString") // a statement reads best by itself
  private static final String EPISODES =
      """
      select e.episode, e.client, e.therapist, e.last_session, e.last_number, e.last_held_at,
        e.latest_at, e.sessions, e.urgency
      from episode e where %s
        and (e.urgency, e.latest_at, e.episode)
          < (cast(?3 as integer), cast(cast(?4 as text) as timestamptz), ?5)
      order by e.urgency desc, e.latest_at desc, e.episode desc limit ?6
      """;

  private static final String LATEST =
      """
      select distinct on (s.episode, s.instrument, s.perspective)
        s.episode, s.instrument, s.perspective, s.state, s.total, s.pomp, s.session
      from json_to_recordset(cast(cast(?2 as text) as json)) as t(episode text)
      join score s on s.tenant = ?1 and s.episode = t.episode
      order by s.episode, s.instrument, s.perspective, s.held_at desc,
        s.number desc nulls first, s.session desc, s.rated_at desc, s.rater
      """;

  private static final String OPEN_ALERTS =
      "select "
          + AlertRow.COLUMNS
          + " from "
          + AlertRow.TABLES
          + " join json_to_recordset(cast(cast(?2 as text) as json)) as t(episode text)"
          + " on a.tenant = ?1 and a.episode = t.episode where "
          + OpenAlerts.CONDITION;

  private static final Comparator<AlertView> MOST_SEVERE_FIRST =
      Comparator.comparing(AlertView::severity)
          .thenComparing(alert -> alert.openedAt().heldAt())
          .thenComparing(AlertView::alert)
          .reversed();

  private final Tenants tenants;
  private final Audit audit;

  Caseloads(Tenants tenants, Audit audit) {
    this.tenants = tenants;
    this.audit = audit;
  }

  private record EpisodeRow(
      String episode,
      String client,
      String therapist,
      @Nullable String lastSession,
      @Nullable Integer lastNumber,
      @Nullable Instant lastHeldAt,
      Instant latestAt,
      int sessions,
      int urgency) {

    CaseloadView.Line line(List<LatestRow> latest, List<AlertView> alerts) {
      return new CaseloadView.Line(
          episode,
          client,
          therapist,
          lastSession == null || lastHeldAt == null
              ? null
              : new CaseloadView.LastSession(lastSession, lastNumber, lastHeldAt),
          latest.stream().map(LatestRow::view).toList(),
          alerts,
          alerts.isEmpty() ? null : alerts.getFirst().severity(),
          sessions);
    }

    Cursor cursor() {
      return new Cursor(urgency, latestAt, episode);
    }
  }

  private record LatestRow(
      String episode,
      String instrument,
      Perspective perspective,
      ScoreState state,
      @Nullable BigDecimal total,
      @Nullable BigDecimal pomp,
      String session) {

    CaseloadView.Latest view() {
      return new CaseloadView.Latest(instrument, perspective, state, total, pomp, session);
    }
  }

  private record Key(String episode) {}

  /** The page of the caller's caseload that starts at {@code cursor}. */
  public Uni<CaseloadView> of(Caller caller, @Nullable String cursor) {
    Sight sight = Sight.of(caller);
    Cursor from = Cursor.parse(cursor);
    return tenants.answer(
        sight.tenant(),
        rows -> episodes(rows, sight, from).chain(found -> page(rows, sight, found)));
  }

  private static Uni<List<EpisodeRow>> episodes(Rows rows, Sight sight, Cursor from) {
    return rows.read(
        EpisodeRow.class,
        EPISODES.formatted(Visible.condition(sight)),
        sight.tenant(),
        sight.subject(),
        from.rank(),
        from.at().toString(),
        from.id(),
        PAGE + 1);
  }

  private Uni<CaseloadView> page(Rows rows, Sight sight, List<EpisodeRow> found) {
    List<EpisodeRow> page = found.subList(0, Math.min(PAGE, found.size()));
    String next = found.size() > PAGE ? page.getLast().cursor().text() : null;
    List<String> episodes = page.stream().map(EpisodeRow::episode).toList();
    String keys = Rows.json(episodes.stream().map(Key::new).toList());
    return rows.read(LatestRow.class, LATEST, sight.tenant(), keys)
        .chain(latest ->
            rows.read(AlertRow.class, OPEN_ALERTS, sight.tenant(), keys)
                .map(alerts -> new CaseloadView(lines(page, latest, alerts), next)))
        .call(() -> audit.note(rows, sight, "caseload.read", episodes));
  }

  private static List<CaseloadView.Line> lines(
      List<EpisodeRow> page, List<LatestRow> latest, List<AlertRow> alerts) {
    Map<String, List<LatestRow>> latestOf =
        latest.stream().collect(Collectors.groupingBy(LatestRow::episode));
    Map<String, List<AlertView>> alertsOf =
        alerts.stream()
            .map(AlertRow::view)
            .sorted(MOST_SEVERE_FIRST)
            .collect(Collectors.groupingBy(AlertView::episode));
    return page.stream()
        .map(row ->
            row.line(
                latestOf.getOrDefault(row.episode(), List.of()),
                alertsOf.getOrDefault(row.episode(), List.of())))
        .toList();
  }
}
