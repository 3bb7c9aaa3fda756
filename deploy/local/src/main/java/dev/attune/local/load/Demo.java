package dev.attune.local.load;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A small clinic to look at: three therapists with four clients each, and every client's ratings on
 * the Session Rating Scale. Invented; sending it again changes nothing.
 */
public final class Demo {

  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration UNTIL_RATED = Duration.ofMinutes(50);
  private static final BigDecimal ITEMS = BigDecimal.valueOf(4);
  private static final BigDecimal HIGHEST = BigDecimal.TEN;

  private static final List<Course> COURSES =
      List.of(
          new Course("T-9", "D-01", "36.0 37.0 38.0 37.0 30.0 36.0 38.0"),
          new Course("T-9", "D-02", "33.5 34.2 35.0 35.8 36.4 36.1 37.0 37.2"),
          new Course("T-9", "D-03", "38.4 38.9 39.2 38.8 39.0"),
          new Course("T-9", "D-04", "31.2 32.0 33.6 27.1 25.8"),
          new Course("T-10", "D-05", "35.0 36.2 36.0 36.8 37.1 36.9"),
          new Course("T-10", "D-06", "37.6 37.2 36.0 35.1 34.0 32.8 31.5 30.9"),
          new Course("T-10", "D-07", "24.9 28.0 31.4 33.0"),
          new Course("T-10", "D-08", "39.0 39.4 39.1"),
          new Course("T-11", "D-09", "34.0 35.6 35.2 36.3 29.4 33.9 36.0 36.8"),
          new Course("T-11", "D-10", "36.6 36.1 36.9 37.3 36.8 37.0 37.5"),
          new Course("T-11", "D-11", "32.2 33.0 32.7 34.1"),
          new Course("T-11", "D-12", "38.0 37.4"));

  private Demo() {}

  /**
   * The ratings, each as JSON in one line.
   *
   * @param begins when the first session of every client is held; the same gives the same ratings
   */
  public static List<String> ratings(Instant begins) {
    var ratings = new ArrayList<String>();
    for (Course course : COURSES) {
      int number = 1;
      for (String total : course.totals().split(" ", -1)) {
        ratings.add(rating(course, number, new BigDecimal(total), begins));
        number++;
      }
    }
    return ratings;
  }

  private static String rating(Course course, int number, BigDecimal total, Instant begins) {
    Instant heldAt = begins.plus(WEEK.multipliedBy(number - 1L));
    String client = course.client();
    String episode = "E-" + client;
    ObjectNode rating = Json.MAPPER.createObjectNode();
    rating.put("episode", episode).put("client", client).put("therapist", course.therapist());
    rating.put("population", "ADULT");
    rating
        .putObject("session")
        .put("id", episode + "-" + number)
        .put("number", number)
        .put("heldAt", heldAt.toString())
        .put("setting", "INDIVIDUAL")
        .put("delivery", "IN_PERSON");
    rating.put("instrument", "srs");
    rating.putObject("rater").put("perspective", "CLIENT").put("id", client);
    answers(rating.putArray("answers"), total);
    rating.put("ratedAt", heldAt.plus(UNTIL_RATED).toString());
    return rating.toString();
  }

  /** Four answers with one decimal, about equal, that add up to the total. */
  private static void answers(ArrayNode answers, BigDecimal total) {
    BigDecimal rest = total;
    for (int left = ITEMS.intValue(); left > 0; left--) {
      BigDecimal answer =
          rest.divide(BigDecimal.valueOf(left), 1, RoundingMode.HALF_UP).min(HIGHEST);
      answers.add(answer);
      rest = rest.subtract(answer);
    }
  }

  /**
   * One client's course of care.
   *
   * @param totals the totals of the sessions in order, out of 40
   */
  private record Course(String therapist, String client, String totals) {}
}
