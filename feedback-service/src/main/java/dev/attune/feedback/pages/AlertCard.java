package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Severity;
import dev.attune.feedback.domain.Standing;
import dev.attune.feedback.read.AlertView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An alert in its fixed structure: headline, numbers, how sure, context, suggestions.
 *
 * @param about what it is about
 * @param opened the session at which it opened
 * @param reset whether the expectation may be started anew
 * @param steps its life so far
 */
public record AlertCard(
    String id,
    Severity severity,
    AlertStatus status,
    About about,
    String instrument,
    SessionLabel opened,
    Numbers numbers,
    HowSure howSure,
    Context context,
    boolean reset,
    List<Step> steps,
    @Nullable Acknowledged acknowledged) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /**
   * What was rated, and what was expected.
   *
   * @param first the rating of the first session, where the change since then counts
   * @param earlier how many rated sessions the expectation rests on, where it rests on any
   * @param lowest the area rated lowest
   */
  public record Numbers(
      @Nullable String observed,
      @Nullable String expected,
      @Nullable String deviation,
      @Nullable String z,
      @Nullable String first,
      @Nullable Integer earlier,
      @Nullable RangeBar bar,
      @Nullable Area lowest) {

    /** Whether what was expected rests on this person's sessions, or on there being none yet. */
    public boolean rests() {
      return earlier != null;
    }
  }

  /** An item that stands out, and what this person usually answers to it. */
  public record Area(int item, String answer, @Nullable String usual) {}

  /**
   * How often such an alert errs, in simulation.
   *
   * @param real of 100 alerts this strong so many were real ones
   * @param falseAlarms of 100 ordinary sessions so many look like this
   * @param realOfTen the first number again, of ten
   */
  public record HowSure(@Nullable String real, @Nullable String falseAlarms, int realOfTen) {

    private static final int TEN = 10;
    private static final int COLUMNS = 5;
    private static final int GAP = 15;
    private static final int FIRST = 7;

    /** Ten alerts such as this, the real ones filled. */
    public List<Dot> dots() {
      return IntStream.range(0, TEN)
          .mapToObj(n ->
              new Dot(
                  n < realOfTen ? "real" : "false",
                  FIRST + n % COLUMNS * GAP,
                  FIRST + n / COLUMNS * GAP))
          .toList();
    }
  }

  /** One of ten alerts, and where it is drawn. */
  public record Dot(String kind, int x, int y) {}

  /** A step in the life of the alert, and the session that caused it. */
  public record Step(AlertStatus status, SessionLabel session) {}

  /** Who has seen it, and when. */
  public record Acknowledged(String by, @Nullable String date) {}

  /** Whether it still asks for something. */
  public boolean asks() {
    return Standing.asks(status);
  }

  /** Whether this status says only that what was told no longer holds. */
  public boolean isOver(AlertStatus at) {
    return about.isOver(at);
  }

  static AlertCard of(AlertView alert, @Nullable BigDecimal max, Context context, Writing writing) {
    Evidence evidence = alert.evidence();
    return new AlertCard(
        alert.alert(),
        alert.severity(),
        alert.status(),
        About.of(alert),
        alert.instrument(),
        SessionLabel.of(alert.openedAt().number(), alert.openedAt().heldAt(), writing),
        numbers(evidence, max, writing),
        howSure(evidence, writing),
        context,
        alert.baselineResetOffered(),
        alert.steps().stream().map(step -> step(step, writing)).toList(),
        acknowledged(alert, writing));
  }

  private static Numbers numbers(Evidence evidence, @Nullable BigDecimal max, Writing writing) {
    return new Numbers(
        written(evidence.observed(), 1, writing),
        written(evidence.expected(), 1, writing),
        written(evidence.deviation(), 1, writing),
        written(evidence.z(), 2, writing),
        written(evidence.first(), 1, writing),
        evidence.earlierSessions(),
        RangeBar.of(evidence, max).orElse(null),
        lowest(evidence, writing));
  }

  private static @Nullable Area lowest(Evidence evidence, Writing writing) {
    List<Evidence.ItemEvidence> items = evidence.items();
    return items == null
        ? null
        : items.stream()
            .min(Comparator.comparing(Evidence.ItemEvidence::answer))
            .map(item ->
                new Area(
                    item.item(),
                    writing.number(item.answer(), 1),
                    written(item.usual(), 1, writing)))
            .orElse(null);
  }

  private static HowSure howSure(Evidence evidence, Writing writing) {
    BigDecimal real = evidence.realAmongSuch();
    BigDecimal falseAlarms = evidence.falseAlarmsPer100();
    return new HowSure(
        real == null ? null : writing.brief(real.multiply(HUNDRED), 0),
        falseAlarms == null ? null : writing.brief(falseAlarms, 1),
        real == null ? 0 : real.movePointRight(1).setScale(0, RoundingMode.HALF_UP).intValue());
  }

  private static Step step(AlertStep step, Writing writing) {
    return new Step(
        step.status(), SessionLabel.of(step.session().number(), step.session().heldAt(), writing));
  }

  private static @Nullable Acknowledged acknowledged(AlertView alert, Writing writing) {
    String by = alert.acknowledgedBy();
    Instant at = alert.acknowledgedAt();
    return by == null ? null : new Acknowledged(by, at == null ? null : writing.date(at));
  }

  private static @Nullable String written(
      @Nullable BigDecimal value, int decimals, Writing writing) {
    return value == null ? null : writing.number(value, decimals);
  }
}
