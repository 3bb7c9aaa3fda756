package dev.attune.detection;

import java.util.Comparator;
import java.util.List;

/**
 * The ratings of one client in one episode.
 *
 * @param ratings by session
 */
public record Course(List<Rating> ratings) {

  /**
   * One rating.
   *
   * @param session its place among the attended sessions, from 1
   * @param score in points
   */
  public record Rating(int session, double score) {
    public Rating {
      if (session < 1) {
        throw new IllegalArgumentException("sessions count from 1, was " + session);
      }
      if (!Double.isFinite(score)) {
        throw new IllegalArgumentException("a score must be a finite number, was " + score);
      }
    }
  }

  public Course {
    ratings = ratings.stream().sorted(Comparator.comparingInt(Rating::session)).toList();
    for (int i = 1; i < ratings.size(); i++) {
      if (ratings.get(i).session() == ratings.get(i - 1).session()) {
        throw new IllegalArgumentException(
            "session " + ratings.get(i).session() + " is rated twice");
      }
    }
  }

  /** The scores of sessions without a gap, from the first on. */
  public static Course of(double... scores) {
    return new Course(
        java.util.stream.IntStream.range(0, scores.length)
            .mapToObj(i -> new Rating(i + 1, scores[i]))
            .toList());
  }
}
