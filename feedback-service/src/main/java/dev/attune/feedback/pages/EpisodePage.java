package dev.attune.feedback.pages;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.EpisodeView;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One episode of care.
 *
 * @param asking alerts that still ask for something, the youngest first
 * @param earlier alerts that are closed
 * @param columns the series, in the order of each row's cells
 * @param rows the sessions, the latest first
 */
public record EpisodePage(
    Frame frame,
    String episode,
    String client,
    @Nullable Population population,
    List<AlertCard> asking,
    List<AlertCard> earlier,
    List<Column> columns,
    List<SessionRow> rows) {

  /**
   * A series.
   *
   * @param id names the series within the episode
   * @param brief the instrument's id in capitals
   * @param shown whether the chart shows it at first
   */
  public record Column(
      String id,
      String brief,
      String name,
      Perspective perspective,
      boolean expectation,
      boolean shown) {}

  private static final List<String> SHOWN_AT_FIRST = List.of("srs", "ors");

  private static final Comparator<EpisodeView.Series> FIRST_THE_ALLIANCE =
      Comparator.comparing(series -> {
        int place = SHOWN_AT_FIRST.indexOf(series.instrument());
        return place < 0 ? SHOWN_AT_FIRST.size() : place;
      });

  static EpisodePage of(Frame frame, EpisodeView view) {
    Writing writing = frame.writing();
    List<EpisodeView.Series> series = view.series().stream().sorted(FIRST_THE_ALLIANCE).toList();
    List<AlertCard> cards =
        view.alerts().stream().map(alert -> card(view, alert, writing)).toList();
    return new EpisodePage(
        frame,
        view.episode(),
        view.client(),
        view.population(),
        cards.stream().filter(AlertCard::asks).toList(),
        cards.stream().filter(card -> !card.asks()).toList(),
        series.stream().map(EpisodePage::column).toList(),
        view.sessions().reversed().stream()
            .map(session -> SessionRow.of(session, series, view, writing))
            .toList());
  }

  /** Names a series within its episode. */
  static String id(EpisodeView.Series series) {
    return series.instrument() + "/" + series.rater().perspective() + "/" + series.rater().id();
  }

  /** Calls a series by its instrument's id in capitals. */
  static String brief(EpisodeView.Series series) {
    return series.instrument().toUpperCase(Locale.ROOT);
  }

  /** Whether anything was expected of this series. */
  static boolean hasExpectation(EpisodeView.Series series) {
    return series.points().stream().anyMatch(point -> point.expected() != null);
  }

  /** How many sessions were held. */
  public int held() {
    return (int) rows.stream().filter(row -> row.status() == SessionStatus.HELD).count();
  }

  /** For the key of the chart. */
  public Severity red() {
    return Severity.RED;
  }

  /** For the key of the chart. */
  public Severity amber() {
    return Severity.AMBER;
  }

  private static AlertCard card(EpisodeView view, AlertView alert, Writing writing) {
    BigDecimal max =
        view.series().stream()
            .filter(series -> series.instrument().equals(alert.instrument()))
            .map(EpisodeView.Series::max)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    return AlertCard.of(alert, max, Context.of(view, alert, writing), writing);
  }

  private static Column column(EpisodeView.Series series) {
    return new Column(
        id(series),
        brief(series),
        series.name(),
        series.rater().perspective(),
        hasExpectation(series),
        SHOWN_AT_FIRST.contains(series.instrument()));
  }
}
