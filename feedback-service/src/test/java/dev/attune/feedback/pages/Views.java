package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Delivery;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.AlertView;
import dev.attune.feedback.read.CaseloadView;
import dev.attune.feedback.read.EpisodeView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What the read side may hand to a page. */
final class Views {

  private static final Instant FIRST = Instant.parse("2026-09-07T10:00:00Z");
  private static final Rater CLIENT = new Rater(Perspective.CLIENT, "C-1");

  private Views() {}

  static BigDecimal number(String value) {
    return new BigDecimal(value);
  }

  static SessionRef session(int number) {
    return new SessionRef(
        "S-" + number,
        number,
        FIRST.plus(7L * number, ChronoUnit.DAYS),
        Setting.INDIVIDUAL,
        Delivery.VIDEO);
  }

  static Evidence drop() {
    return new Evidence(
        number("30"),
        number("37.413934"),
        number("2.479250"),
        number("2.990394"),
        number("0.001393"),
        number("37"),
        number("2.5"),
        4,
        List.of(new Evidence.ItemEvidence(3, number("6.1"), number("9.2"), true)),
        number("0.66"),
        number("0.63"),
        null,
        null,
        null,
        null,
        null);
  }

  static AlertView alert(String id, Severity severity, AlertStatus status, String client) {
    return view(id, "SRS-01", severity, status, client, drop());
  }

  static AlertView alertOf(String rule, AlertStatus status) {
    return view("a-" + rule, rule, Severity.AMBER, status, "C-1", drop());
  }

  static AlertView mark(String rule, AlertStatus status, String threshold, int... items) {
    Evidence evidence =
        new Evidence(
            number("30"),
            null,
            null,
            null,
            null,
            null,
            number(threshold),
            null,
            IntStream.of(items)
                .mapToObj(item -> new Evidence.ItemEvidence(item, number("8.1"), null, false))
                .toList(),
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    return view("mark-" + rule, rule, Severity.INFO, status, "C-1", evidence);
  }

  private static AlertView view(
      String id,
      String rule,
      Severity severity,
      AlertStatus status,
      String client,
      Evidence evidence) {
    return new AlertView(
        id,
        "E-77",
        client,
        1,
        "alliance-strain",
        rule,
        severity,
        status,
        "srs",
        CLIENT,
        session(5),
        evidence,
        "Today 30.0; expected 37.4.",
        "ask-about-the-alliance",
        false,
        List.of(new AlertStep(status, severity, session(5))),
        null,
        null);
  }

  static CaseloadView.Line line(String episode, String client, AlertView... open) {
    return new CaseloadView.Line(
        episode,
        client,
        "T-9",
        new CaseloadView.LastSession("S-5", 5, session(5).heldAt()),
        List.of(
            new CaseloadView.Latest(
                "srs", Perspective.CLIENT, ScoreState.COMPLETE, number("30"), null, "S-5"),
            new CaseloadView.Latest(
                "ors", Perspective.CLIENT, ScoreState.DECLINED, null, null, "S-5")),
        List.of(open),
        open.length == 0 ? null : open[0].severity(),
        5);
  }

  static EpisodeView episode(String client, List<AlertView> alerts, List<AlertView> marks) {
    return new EpisodeView(
        "E-77",
        client,
        "T-9",
        Population.ADULT,
        IntStream.rangeClosed(1, 5)
            .mapToObj(n ->
                new EpisodeView.SessionLine(
                    "S-" + n,
                    n,
                    n == 2 ? SessionStatus.MISSED : SessionStatus.HELD,
                    session(n).heldAt(),
                    Setting.INDIVIDUAL,
                    Delivery.VIDEO))
            .toList(),
        List.of(series("ors", "Outcome Rating Scale", null), series("srs", "<b>SRS</b>", "37.4")),
        alerts,
        marks);
  }

  private static EpisodeView.Series series(
      String instrument, String name, @Nullable String expected) {
    return new EpisodeView.Series(
        instrument,
        name,
        CLIENT,
        number("0"),
        number("40"),
        number("36"),
        List.of(point(1, "22.5", expected), point(5, "24", expected)));
  }

  private static EpisodeView.Point point(int session, String total, @Nullable String expected) {
    return new EpisodeView.Point(
        session(session),
        ScoreState.COMPLETE,
        number(total),
        null,
        expected == null ? null : number(expected),
        expected == null ? null : number("2.5"),
        List.of(),
        List.of());
  }
}
