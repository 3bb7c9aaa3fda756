package dev.attune.alert;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scores of one client's SRS, a session a week. */
public final class Scores {

  public static final String TENANT = "northside";
  public static final String EPISODE = "E-77";
  public static final Rater CLIENT = new Rater(Perspective.CLIENT, "C-1");

  private static final Instant FIRST = Instant.parse("2026-01-05T10:00:00Z");
  private static final Duration A_WEEK = Duration.ofDays(7);

  private Scores() {}

  /** Totals of session 1, 2, 3 and so on. */
  public static List<Score> series(double... totals) {
    List<Score> scores = new ArrayList<>();
    for (double total : totals) {
      scores.add(total(scores.size() + 1, total));
    }
    return scores;
  }

  /** A session of which only the total is known. */
  public static Score total(int session, double total) {
    return score(session(session), ScoreState.COMPLETE, BigDecimal.valueOf(total), List.of());
  }

  /** A session with its four answers. */
  public static Score answers(int session, double... answers) {
    return answers(session(session), answers);
  }

  public static Score answers(SessionRef session, double... answers) {
    BigDecimal total = BigDecimal.ZERO;
    List<@Nullable BigDecimal> given = new ArrayList<>();
    for (double answer : answers) {
      given.add(BigDecimal.valueOf(answer));
      total = total.add(BigDecimal.valueOf(answer));
    }
    return score(session, ScoreState.COMPLETE, total, given);
  }

  /** A session whose sender tells another number than its place, or none. */
  public static Score numbered(int week, @Nullable Integer number, double total) {
    BigDecimal points = BigDecimal.valueOf(total);
    return score(session(week, number), ScoreState.COMPLETE, points, List.of());
  }

  /** A total as it may be written. */
  public static Score totalOf(int session, String total) {
    BigDecimal points = new BigDecimal(total);
    return score(session(session), ScoreState.COMPLETE, points, List.of());
  }

  public static Score byTherapist(int session, double total) {
    return byTherapist(session(session), total);
  }

  public static Score byTherapist(SessionRef session, double total) {
    var therapist = new Rater(Perspective.THERAPIST, "T-9");
    BigDecimal points = BigDecimal.valueOf(total);
    return score(session, therapist, "srs", ScoreState.COMPLETE, points, List.of());
  }

  public static Score ofOtherInstrument(int session, double total) {
    return ofOtherInstrument(session(session), total);
  }

  public static Score ofOtherInstrument(SessionRef session, double total) {
    BigDecimal points = BigDecimal.valueOf(total);
    return score(session, CLIENT, "ors", ScoreState.COMPLETE, points, List.of());
  }

  public static Score declined(int session) {
    return declined(session(session));
  }

  public static Score declined(SessionRef session) {
    return score(session, ScoreState.DECLINED, null, List.of());
  }

  /** A total of a session as its sender tells it. */
  public static Score total(SessionRef session, double total) {
    return score(session, ScoreState.COMPLETE, BigDecimal.valueOf(total), List.of());
  }

  /** Only the first item was answered. */
  public static Score insufficient(int session, double first) {
    return insufficient(session(session), first);
  }

  public static Score insufficient(SessionRef session, double first) {
    List<@Nullable BigDecimal> given = new ArrayList<>();
    given.add(BigDecimal.valueOf(first));
    given.add(null);
    given.add(null);
    given.add(null);
    return score(session, ScoreState.INSUFFICIENT, null, given);
  }

  public static SessionRef session(int number) {
    return session(number, number);
  }

  /** The session of a week, with the number that the sender tells. */
  public static SessionRef session(int week, @Nullable Integer number) {
    Instant heldAt = FIRST.plus(A_WEEK.multipliedBy(week - 1L));
    return new SessionRef("S-" + week, number, heldAt, Setting.INDIVIDUAL, Delivery.IN_PERSON);
  }

  public static Score score(
      SessionRef session,
      ScoreState state,
      @Nullable BigDecimal total,
      List<@Nullable BigDecimal> answers) {
    return score(session, CLIENT, "srs", state, total, answers);
  }

  /** The same score in another episode. */
  @SuppressWarnings("NullAway") // javac drops the list's @Nullable from the record's class file
  public static Score inEpisode(String episode, Score score) {
    return new Score(
        score.tenant(),
        episode,
        score.client(),
        score.therapist(),
        score.population(),
        score.session(),
        score.instrument(),
        score.definition(),
        score.norms(),
        score.rater(),
        score.state(),
        score.total(),
        score.pomp(),
        score.t(),
        score.scales(),
        score.answers(),
        score.flags(),
        score.comment(),
        score.ratedAt());
  }

  @SuppressWarnings("NullAway") // javac drops the list's @Nullable from the record's class file
  public static Score score(
      SessionRef session,
      Rater rater,
      String instrument,
      ScoreState state,
      @Nullable BigDecimal total,
      List<@Nullable BigDecimal> answers) {
    return new Score(
        TENANT,
        EPISODE,
        "C-1",
        "T-9",
        Population.ADULT,
        session,
        instrument,
        "1.0.0",
        null,
        rater,
        state,
        total,
        null,
        null,
        List.of(),
        answers,
        List.of(),
        null,
        session.heldAt().plus(Duration.ofMinutes(50)));
  }
}
