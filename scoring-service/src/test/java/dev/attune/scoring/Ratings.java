package dev.attune.scoring;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.Rating;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ratings to test with: one client's, of one session unless told otherwise. */
public final class Ratings {

  private static final Instant HELD = Instant.parse("2026-11-02T10:00:00Z");

  private static final String WELL = "it went well";

  private Ratings() {}

  /** Answers to an instrument; null where not answered. */
  public static Rating of(String instrument, @Nullable String... answers) {
    return rating("E-77", 4, instrument, numbers(answers), null, false, WELL);
  }

  /** Answers to the SRS of one session of one episode. */
  public static Rating srs(String episode, int session, @Nullable String... answers) {
    return rating(episode, session, "srs", numbers(answers), null, false, WELL);
  }

  /** The same rating from a system that stores reversed items reversed, in German. */
  // A class file does not tell that a record's list may hold nulls.
  @SuppressWarnings("NullAway")
  public static Rating keyed(Rating of) {
    return new Rating(
        of.tenant(),
        of.episode(),
        of.client(),
        of.therapist(),
        of.population(),
        of.session(),
        of.instrument(),
        of.rater(),
        of.answers(),
        true,
        of.scores(),
        of.declined(),
        "de",
        of.comment(),
        of.ratedAt());
  }

  public static Rating totals(String instrument, Map<String, BigDecimal> scores) {
    return rating("E-77", 4, instrument, null, scores, false, WELL);
  }

  public static Rating declined(String instrument) {
    return rating("E-77", 4, instrument, null, null, true, WELL);
  }

  public static Rating commented(String comment) {
    return rating("E-77", 4, "ors", null, null, true, comment);
  }

  private static List<@Nullable BigDecimal> numbers(@Nullable String... answers) {
    var numbers = new ArrayList<@Nullable BigDecimal>();
    for (String answer : answers) {
      numbers.add(answer == null ? null : new BigDecimal(answer));
    }
    return numbers;
  }

  // A class file does not tell that a record's list may hold nulls.
  @SuppressWarnings("NullAway")
  private static Rating rating(
      String episode,
      int session,
      String instrument,
      @Nullable List<@Nullable BigDecimal> answers,
      @Nullable Map<String, BigDecimal> scores,
      boolean declined,
      String comment) {
    return new Rating(
        "northside",
        episode,
        "C-1",
        "T-9",
        Population.ADULT,
        new SessionRef("S-" + session, session, HELD, Setting.INDIVIDUAL, Delivery.VIDEO),
        instrument,
        new Rater(Perspective.CLIENT, "C-1"),
        answers,
        false,
        scores,
        declined,
        null,
        comment,
        HELD.plusSeconds(3000));
  }
}
