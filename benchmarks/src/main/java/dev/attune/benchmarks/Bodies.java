package dev.attune.benchmarks;

import java.time.Instant;
import java.util.Locale;

/** Ratings of the Session Rating Scale as an EHR would post them, each about another session. */
final class Bodies {

  static final int SESSIONS_PER_EPISODE = 10;

  private static final Instant FIRST = Instant.parse("2026-01-05T10:00:00Z");
  private static final long WEEK_SECONDS = 7 * 24 * 3600L;

  private Bodies() {}

  /** The episode of the n-th rating: ten ratings in a row belong to one. */
  static String episode(long n) {
    return "E-" + n / SESSIONS_PER_EPISODE;
  }

  /** The session of the n-th rating. */
  static String session(long n) {
    return "S-" + n;
  }

  /** The body of the n-th rating; the answers vary a little and now and then fall. */
  static String json(long n, String therapist) {
    long number = n % SESSIONS_PER_EPISODE + 1;
    Instant held = FIRST.plusSeconds((number - 1) * WEEK_SECONDS);
    double answer = number == 6 && n / SESSIONS_PER_EPISODE % 5 == 0 ? 6.1 : 9.0 + n % 7 / 10.0;
    return String.format(
        Locale.ROOT,
        """
        {"episode":"%1$s","client":"C-%1$s","therapist":"%2$s","population":"ADULT",\
        "session":{"id":"%3$s","number":%4$d,"heldAt":"%5$s","setting":"INDIVIDUAL","delivery":"VIDEO"},\
        "instrument":"srs","rater":{"perspective":"CLIENT","id":"C-%1$s"},\
        "answers":[%6$.1f,%6$.1f,%6$.1f,9.4],"comment":null,"ratedAt":"%7$s"}\
        """,
        episode(n),
        therapist,
        session(n),
        number,
        held,
        answer,
        held.plusSeconds(3000));
  }
}
