package dev.attune.detection;

/**
 * What is known about a population's series of scores before the person's own first score, in
 * points of the instrument unless said otherwise.
 *
 * @param mu0 mean at the first session
 * @param tau standard deviation of persons around that mean
 * @param sigma standard deviation of one person's sessions around their own course
 * @param g0 mean gain per unit of the natural logarithm of the session's number
 * @param huber drops beyond so many standard deviations count less, so that one bad session does
 *     not move the expectation as much as it would
 * @param ceiling the highest score; one at the ceiling tells only that the alliance is at least so
 *     good
 */
public record Norms(double mu0, double tau, double sigma, double g0, double huber, double ceiling) {

  public Norms {
    requireFinite("mu0", mu0);
    requireFinite("g0", g0);
    requireFinite("ceiling", ceiling);
    requirePositive("tau", tau);
    requirePositive("sigma", sigma);
    requirePositive("huber", huber);
  }

  private static void requireFinite(String name, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(name + " must be a finite number, was " + value);
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new IllegalArgumentException(name + " must be a number above 0, was " + value);
    }
  }
}
