package dev.attune.feedback.testing;

import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Delivery;
import dev.attune.contracts.Evidence;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.RuleSetRef;
import dev.attune.contracts.Score;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionRecord;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.SessionStatus;
import dev.attune.contracts.Setting;
import dev.attune.contracts.Severity;
import dev.attune.contracts.StableId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** An episode of care, and what may be said about it on the log. Sessions are a week apart. */
public record Episode(String tenant, String episode, String client, String therapist) {

  private static final Instant FIRST_SESSION = Instant.parse("2026-01-05T10:00:00Z");
  private static final BigDecimal POINTS = BigDecimal.valueOf(40);

  /** An episode of a client named after it. */
  public static Episode of(String tenant, String episode, String therapist) {
    return new Episode(tenant, episode, "C-" + episode, therapist);
  }

  /** The same episode with another therapist. */
  public Episode with(String otherTherapist) {
    return new Episode(tenant, episode, client, otherTherapist);
  }

  /** A session by its number. */
  public static SessionRef session(int number) {
    return new SessionRef(
        "S-" + number,
        number,
        FIRST_SESSION.plus(7L * number, ChronoUnit.DAYS),
        Setting.INDIVIDUAL,
        Delivery.VIDEO);
  }

  /** The client's SRS total of a session. */
  public Score score(int number, String total) {
    return score(session(number), new BigDecimal(total));
  }

  /** The client's SRS total of a session. */
  public Score score(SessionRef session, BigDecimal total) {
    return new Score(
        tenant,
        episode,
        client,
        therapist,
        Population.ADULT,
        session,
        "srs",
        "1.0.0",
        null,
        rater(),
        ScoreState.COMPLETE,
        total,
        pomp(total),
        null,
        List.of(),
        List.of(),
        List.of(),
        "all well",
        session.heldAt().plus(50, ChronoUnit.MINUTES));
  }

  private static BigDecimal pomp(BigDecimal total) {
    return total.precision() > 100
        ? BigDecimal.ZERO
        : total.multiply(BigDecimal.valueOf(100)).divide(POINTS, 2, RoundingMode.HALF_EVEN);
  }

  /** What became of a session. */
  public SessionRecord held(int number, SessionStatus status) {
    SessionRef session = session(number);
    return new SessionRecord(
        tenant,
        episode,
        client,
        therapist,
        session.id(),
        number,
        status,
        session.heldAt(),
        session.setting(),
        session.delivery());
  }

  /** The id of the alert that opened at a session. */
  public String alertId(int number) {
    return StableId.of("alt", tenant, episode, "srs", "alliance-strain", "S-" + number);
  }

  /** A state of the alert that opened at a session, in which it has stood since then. */
  public Alert alert(int number, long revision, AlertStatus status, Severity severity) {
    return alert(number, revision, List.of(step(status, severity, number)));
  }

  /** A step in the life of an alert. */
  public static AlertStep step(AlertStatus status, Severity severity, int number) {
    return new AlertStep(status, severity, session(number));
  }

  /** A state of the alert that opened at a session, and how it came to it. */
  public Alert alert(int number, long revision, List<AlertStep> steps) {
    return new Alert(
        tenant,
        episode,
        client,
        therapist,
        alertId(number),
        revision,
        "alliance-strain",
        "SRS-01",
        new RuleSetRef("attune-default", "1.0.0"),
        steps.getLast().severity(),
        steps.getLast().status(),
        "srs",
        rater(),
        session(number),
        new Evidence(
            new BigDecimal("30"),
            new BigDecimal("37.413934"),
            new BigDecimal("2.479250"),
            new BigDecimal("2.990394"),
            null,
            new BigDecimal("37"),
            new BigDecimal("2.5"),
            4,
            List.of(),
            new BigDecimal("0.66"),
            new BigDecimal("0.63"),
            null,
            null,
            null,
            null,
            null),
        "Today 30.0; expected 37.4 from 4 earlier sessions.",
        "ask-about-the-alliance",
        false,
        steps);
  }

  private Rater rater() {
    return new Rater(Perspective.CLIENT, client);
  }
}
