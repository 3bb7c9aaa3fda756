package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.EpisodeView;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session in the table that says what the chart shows.
 *
 * @param cells one for each series, in the order of the columns
 * @param signs what happened to alerts at this session
 * @param prompts what the marks of this session suggest to talk about, in the order of their rules
 */
public record SessionRow(
    String id,
    SessionLabel session,
    SessionStatus status,
    List<Cell> cells,
    List<Sign> signs,
    List<Prompt> prompts) {

  /**
   * One score, and what was expected.
   *
   * @param series the id of its column
   * @param wantsExpected whether its series has a column for what was expected
   */
  public record Cell(
      String series,
      String brief,
      @Nullable String total,
      @Nullable ScoreState state,
      @Nullable String expected,
      @Nullable String deviation,
      boolean wantsExpected) {}

  /**
   * A step of an alert.
   *
   * @param over it says only that what was told no longer holds
   */
  public record Sign(Severity severity, AlertStatus status, boolean over) {

    /** The name of its symbol: how severe it is while open, else where it stands. */
    public String icon() {
      return status == AlertStatus.OPEN ? severity.name() : status.name();
    }

    /** The class of its look. */
    public String look() {
      return switch (status) {
        case OPEN, UNREPAIRED -> severity == Severity.RED ? "is-red" : "is-amber";
        case PROBABLY_REPAIRED, REPAIRED -> "is-good";
        case NOTED, RECOVERING, RETRACTED -> "";
      };
    }
  }

  /**
   * A mark: a prompt for the conversation and no alarm.
   *
   * @param number the threshold it rests on
   * @param items the items it names
   */
  public record Prompt(Kind kind, String instrument, @Nullable String number, List<Integer> items) {

    /** What a mark is about. */
    public enum Kind {
      LOWER_THAN_EXPECTED,
      BELOW_CUTOFF,
      LOW_ITEM,
      FALL,
      PERFECT_SCORES,
      UNRATED,
      NO_BENEFIT,
      SLOWER,
      RECOVERED,
      OTHER
    }
  }

  static SessionRow of(
      EpisodeView.SessionLine session,
      List<EpisodeView.Series> columns,
      EpisodeView episode,
      Writing writing) {
    return new SessionRow(
        session.id(),
        SessionLabel.of(session.number(), session.heldAt(), writing),
        session.status(),
        columns.stream().map(series -> cell(series, session.id(), writing)).toList(),
        episode.alerts().stream()
            .flatMap(alert ->
                alert.steps().stream()
                    .filter(step -> step.session().id().equals(session.id()))
                    .map(step -> sign(step, About.of(alert))))
            .toList(),
        episode.marks().stream()
            .filter(mark -> mark.status() != AlertStatus.RETRACTED)
            .filter(mark -> mark.openedAt().id().equals(session.id()))
            .sorted(Comparator.comparing(AlertView::rule))
            .map(mark -> prompt(mark, writing))
            .toList());
  }

  private static Sign sign(AlertStep step, About about) {
    return new Sign(step.severity(), step.status(), about.isOver(step.status()));
  }

  private static Cell cell(EpisodeView.Series series, String session, Writing writing) {
    String id = EpisodePage.id(series);
    String brief = EpisodePage.brief(series);
    boolean wantsExpected = EpisodePage.hasExpectation(series);
    return series.points().stream()
        .filter(point -> point.session().id().equals(session))
        .findFirst()
        .map(point ->
            new Cell(
                id,
                brief,
                written(point.total(), writing),
                point.state(),
                written(point.expected(), writing),
                written(point.deviation(), writing),
                wantsExpected))
        .orElseGet(() -> new Cell(id, brief, null, null, null, null, wantsExpected));
  }

  private static Prompt prompt(AlertView mark, Writing writing) {
    BigDecimal threshold = mark.evidence().threshold();
    List<Evidence.ItemEvidence> items = mark.evidence().items();
    return new Prompt(
        kind(mark.rule()),
        mark.instrument(),
        threshold == null ? null : writing.brief(threshold, 2),
        items == null ? List.of() : items.stream().map(Evidence.ItemEvidence::item).toList());
  }

  private static Prompt.Kind kind(String rule) {
    return switch (rule) {
      case "SRS-01" -> Prompt.Kind.LOWER_THAN_EXPECTED;
      case "SRS-03" -> Prompt.Kind.BELOW_CUTOFF;
      case "SRS-04" -> Prompt.Kind.LOW_ITEM;
      case "SRS-05" -> Prompt.Kind.FALL;
      case "SRS-07" -> Prompt.Kind.PERFECT_SCORES;
      case "SRS-08" -> Prompt.Kind.UNRATED;
      case "ORS-02" -> Prompt.Kind.SLOWER;
      case "ORS-03" -> Prompt.Kind.NO_BENEFIT;
      case "ORS-05" -> Prompt.Kind.RECOVERED;
      default -> Prompt.Kind.OTHER;
    };
  }

  private static @Nullable String written(@Nullable BigDecimal value, Writing writing) {
    return value == null ? null : writing.number(value, 1);
  }
}
