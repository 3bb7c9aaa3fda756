package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.CaseloadView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One episode in the caseload.
 *
 * @param sign the most severe open alert, null where there is none
 * @param more how many open alerts there are besides
 * @param last the latest session that was held
 */
public record CaseRow(
    String episode,
    String client,
    @Nullable Sign sign,
    int more,
    @Nullable SessionLabel last,
    int sessions,
    Measure srs,
    Measure ors) {

  /** Why this episode asks for attention. */
  public record Sign(
      Severity severity,
      AlertStatus status,
      About about,
      boolean acknowledged,
      @Nullable Integer session,
      @Nullable String observed,
      @Nullable String expected) {}

  /** The latest total of one instrument; without a total the state says why. */
  public record Measure(
      @Nullable String total, @Nullable ScoreState state, @Nullable Sparkline line) {}

  /** How severe the sign is; NONE where there is none. */
  public String severity() {
    return sign == null ? "NONE" : sign.severity().name();
  }

  static CaseRow of(CaseloadView.Line line, List<BigDecimal> trend, Writing writing) {
    CaseloadView.LastSession last = line.lastSession();
    return new CaseRow(
        line.episode(),
        line.client(),
        line.openAlerts().isEmpty() ? null : sign(line.openAlerts().getFirst(), writing),
        Math.max(0, line.openAlerts().size() - 1),
        last == null ? null : SessionLabel.of(last.number(), last.heldAt(), writing),
        line.sessions(),
        measure(line, "srs", trend, writing),
        measure(line, "ors", List.of(), writing));
  }

  private static Sign sign(AlertView alert, Writing writing) {
    return new Sign(
        alert.severity(),
        alert.status(),
        About.of(alert),
        alert.acknowledgedBy() != null,
        alert.openedAt().number(),
        points(alert.evidence().observed(), writing),
        alert.evidence().earlierSessions() == null
            ? null
            : points(alert.evidence().expected(), writing));
  }

  private static @Nullable String points(@Nullable BigDecimal value, Writing writing) {
    return value == null ? null : writing.number(value, 1);
  }

  private static Measure measure(
      CaseloadView.Line line, String instrument, List<BigDecimal> trend, Writing writing) {
    return line.latest().stream()
        .filter(latest -> latest.instrument().equals(instrument))
        .filter(latest -> latest.perspective() == Perspective.CLIENT)
        .findFirst()
        .map(latest ->
            new Measure(
                points(latest.total(), writing), latest.state(), Sparkline.of(trend).orElse(null)))
        .orElseGet(() -> new Measure(null, null, null));
  }
}
