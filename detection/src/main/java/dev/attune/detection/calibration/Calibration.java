package dev.attune.detection.calibration;

import dev.attune.detection.Course;
import dev.attune.detection.Norms;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Norms estimated from a clinic's own ratings.
 *
 * <p>They are those of the scores as they are written: where many lie at the ceiling, mean and
 * scatter come out below the latent ones that the expectation works with, and strains pull the mean
 * down a little. Wrong norms move how many alarms there are, not which sessions stand out; {@link
 * AlertBudget} sets the number right.
 */
public sealed interface Calibration {

  /** Fewer clients make no norms. */
  int LEAST_CLIENTS = 100;

  /** Clients with fewer ratings tell too little of how their sessions scatter. */
  int LEAST_RATINGS = 3;

  /**
   * Norms were found. To be released by a supervisor before they judge anything.
   *
   * @param clients whose ratings they rest on
   * @param ratings they rest on
   */
  record Found(Norms norms, int clients, int ratings) implements Calibration {}

  /**
   * Too few clients have enough ratings.
   *
   * @param clients who have
   */
  record TooFewClients(int clients) implements Calibration {}

  /** More than half of the ratings are those that were to be expected, so nothing scatters. */
  record NoScatter() implements Calibration {}

  /**
   * Estimates norms.
   *
   * @param courses one per client and episode
   * @param before their ceiling and weight of drops are kept
   */
  static Calibration of(List<Course> courses, Norms before) {
    List<Course> enough =
        courses.stream().filter(course -> course.ratings().size() >= LEAST_RATINGS).toList();
    if (enough.size() < LEAST_CLIENTS) {
      return new TooFewClients(enough.size());
    }
    double gain = gain(enough);
    double[] means = enough.stream().mapToDouble(c -> mean(detrended(c, gain))).toArray();
    double scatter = scatter(enough, gain);
    if (!(scatter > 0)) {
      return new NoScatter();
    }
    int ratings = enough.stream().mapToInt(course -> course.ratings().size()).sum();
    return new Found(
        new Norms(
            mean(means),
            between(means, scatter, enough),
            scatter,
            gain,
            before.huber(),
            before.ceiling()),
        enough.size(),
        ratings);
  }

  /** The slope on the logarithm of the session's number, pooled within clients. */
  private static double gain(List<Course> courses) {
    double products = 0;
    double squares = 0;
    for (Course course : courses) {
      double[] logs = course.ratings().stream().mapToDouble(Calibration::log).toArray();
      double[] scores = course.ratings().stream().mapToDouble(Course.Rating::score).toArray();
      double meanLog = mean(logs);
      double meanScore = mean(scores);
      for (int i = 0; i < logs.length; i++) {
        products += (logs[i] - meanLog) * (scores[i] - meanScore);
        squares += (logs[i] - meanLog) * (logs[i] - meanLog);
      }
    }
    return products / squares;
  }

  /**
   * How sessions scatter around the client's course, by the median, so that strains and bad days
   * hardly count; each client's share is corrected for the mean taken from the same few ratings.
   */
  private static double scatter(List<Course> courses, double gain) {
    double[] residuals =
        courses.stream()
            .flatMapToDouble(course -> {
              double[] scores = detrended(course, gain);
              double mean = mean(scores);
              double correction = Math.sqrt(scores.length / (scores.length - 1.0));
              return Arrays.stream(scores).map(score -> (score - mean) * correction);
            })
            .toArray();
    double middle = median(residuals);
    return 1.4826 * median(Arrays.stream(residuals).map(r -> Math.abs(r - middle)).toArray());
  }

  private static double between(double[] means, double scatter, List<Course> courses) {
    double mean = mean(means);
    double variance =
        Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / (means.length - 1);
    double ofScatter =
        scatter
            * scatter
            * mean(courses.stream().mapToDouble(c -> 1.0 / c.ratings().size()).toArray());
    // Norms need some scatter between clients: with none, no score could teach anything.
    return Math.sqrt(Math.max(variance - ofScatter, scatter * scatter / 100));
  }

  private static double[] detrended(Course course, double gain) {
    return course.ratings().stream().mapToDouble(r -> r.score() - gain * log(r)).toArray();
  }

  private static double log(Course.Rating rating) {
    return StrictMath.log(rating.session());
  }

  private static double mean(double[] values) {
    return DoubleStream.of(values).sum() / values.length;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
