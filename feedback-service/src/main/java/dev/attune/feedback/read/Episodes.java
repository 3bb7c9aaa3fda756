package dev.attune.feedback.read;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Identifiers;
import dev.attune.contracts.Json;
import dev.attune.contracts.Population;
import dev.attune.contracts.Score;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import dev.attune.feedback.domain.Sight;
import dev.attune.feedback.store.Audit;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import dev.attune.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Single episodes with their series. */
@ApplicationScoped
public class Episodes {

  @SuppressWarnings("InlineFormatString") // a statement reads best by itself
  private static final String EPISODE =
      "select e.episode, e.client, e.therapist, e.population from episode e"
          + " where %s and e.episode = ?3";

  private static final String SESSIONS =
      """
      select session as id, number, status, held_at, setting, delivery from session
      where tenant = ?1 and episode = ?2
      order by held_at, number nulls last, session
      """;

  private static final String SCORES = "select body from score where tenant = ?1 and episode = ?2";

  private static final String ALERTS =
      "select "
          + AlertRow.COLUMNS
          + " from "
          + AlertRow.TABLES
          + " where a.tenant = ?1 and a.episode = ?2 order by a.opened_at desc, a.alert desc";

  private final Tenants tenants;
  private final Audit audit;
  private final Charts charts;

  Episodes(Tenants tenants, Audit audit, Charts charts) {
    this.tenants = tenants;
    this.audit = audit;
    this.charts = charts;
  }

  private record EpisodeRow(
      String episode, String client, String therapist, @Nullable Population population) {}

  private record SessionRow(
      String id,
      @Nullable Integer number,
      SessionStatus status,
      Instant heldAt,
      Setting setting,
      Delivery delivery) {

    EpisodeView.SessionLine view() {
      return new EpisodeView.SessionLine(id, number, status, heldAt, setting, delivery);
    }
  }

  private record ScoreRow(String body) {

    Score score() {
      return Json.read(body.getBytes(StandardCharsets.UTF_8), Score.class);
    }
  }

  /** The episode, or nothing where it does not exist for this caller. */
  public Uni<Optional<EpisodeView>> of(Caller caller, String episode) {
    if (Identifiers.fault(episode) != null) {
      return Uni.createFrom().item(Optional.empty());
    }
    Sight sight = Sight.of(caller);
    return tenants.answer(
        sight.tenant(),
        rows ->
            rows.read(
                    EpisodeRow.class,
                    EPISODE.formatted(Visible.condition(sight)),
                    sight.tenant(),
                    sight.subject(),
                    episode)
                .chain(found -> view(rows, sight, found)));
  }

  private Uni<Optional<EpisodeView>> view(Rows rows, Sight sight, List<EpisodeRow> found) {
    if (found.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    EpisodeRow row = found.getFirst();
    return parts(rows, sight.tenant(), row)
        .map(Optional::of)
        .call(() -> audit.note(rows, sight, "episode.read", List.of(row.episode())));
  }

  private Uni<EpisodeView> parts(Rows rows, String tenant, EpisodeRow row) {
    return rows.read(SessionRow.class, SESSIONS, tenant, row.episode())
        .chain(sessions ->
            rows.read(ScoreRow.class, SCORES, tenant, row.episode())
                .chain(scores ->
                    rows.read(AlertRow.class, ALERTS, tenant, row.episode())
                        .map(alerts -> view(row, sessions, scores, alerts))));
  }

  private EpisodeView view(
      EpisodeRow row, List<SessionRow> sessions, List<ScoreRow> scores, List<AlertRow> alerts) {
    List<AlertView> views = alerts.stream().map(AlertRow::view).toList();
    return new EpisodeView(
        row.episode(),
        row.client(),
        row.therapist(),
        row.population(),
        sessions.stream().map(SessionRow::view).toList(),
        charts.of(row.population(), scores.stream().map(ScoreRow::score).toList()),
        views.stream().filter(view -> !view.isMark()).toList(),
        views.stream().filter(AlertView::isMark).toList());
  }
}
