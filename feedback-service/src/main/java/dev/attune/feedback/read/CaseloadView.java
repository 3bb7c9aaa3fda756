package dev.attune.feedback.read;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of the caller's episodes: those with a RED alert first, then AMBER, then the others; in
 * each group the latest session first.
 *
 * @param next the cursor of the next page, null on the last one
 */
public record CaseloadView(List<Line> episodes, @Nullable String next) {

  public CaseloadView {
    episodes = List.copyOf(episodes);
  }

  /**
   * One episode of a caseload.
   *
   * @param lastSession the latest session that was held, null where none was
   * @param latest the youngest score of each instrument and perspective
   * @param openAlerts alerts that the ratings have not closed yet, the most severe first
   * @param highestSeverity of the open alerts, null where there is none; never INFO
   * @param sessions how many sessions were held
   */
  public record Line(
      String episode,
      String client,
      String therapist,
      @Nullable LastSession lastSession,
      List<Latest> latest,
      List<AlertView> openAlerts,
      @Nullable Severity highestSeverity,
      int sessions) {

    public Line {
      latest = List.copyOf(latest);
      openAlerts = List.copyOf(openAlerts);
    }
  }

  /** The latest session that was held. */
  public record LastSession(String id, @Nullable Integer number, Instant heldAt) {}

  /**
   * The youngest score of one instrument and perspective.
   *
   * @param total on the instrument's own metric, null where it could not be scored
   * @param pomp percent of maximum possible, 0 to 100, null where it could not be scored
   * @param session the id of the session it is about
   */
  public record Latest(
      String instrument,
      Perspective perspective,
      ScoreState state,
      @Nullable BigDecimal total,
      @Nullable BigDecimal pomp,
      String session) {}
}
