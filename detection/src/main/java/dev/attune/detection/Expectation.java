package dev.attune.detection;

import java.nio.ByteBuffer;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * What one person's next score is expected to be: an empirical-Bayes estimate of the person's level
 * that gives less weight to sudden drops (Huber) and reads a score at the ceiling as "at least so
 * high" (Tobit). Immutable; the same scores in the same order give the same expectation.
 *
 * @param norms what is known about the population
 * @param offset how far the person's level lies above the population's mean, in points
 * @param variance how uncertain the offset is, in points squared
 * @param cusum the cumulated deviation, 0 or more
 * @param session the number of the last session seen, 0 before the first
 */
public record Expectation(Norms norms, double offset, double variance, double cusum, int session) {

  /**
   * A rating is written in tenths: from half a tenth below the ceiling on, it is at the ceiling.
   */
  private static final double HALF_STEP = 0.05;

  /** Allowance of the cumulated deviation, in deviations per session. */
  private static final double ALLOWANCE = 0.5;

  /** Keeps the hazard of the normal tail finite where the tail vanishes. */
  private static final double SMALLEST_TAIL = 1e-12;

  private static final int STATE_BYTES = 3 * Double.BYTES + Integer.BYTES;

  private static final ContinuousDistribution NORMAL = NormalDistribution.of(0, 1);

  /** The expectation of a person of whom no score is known yet. */
  public static Expectation of(Norms norms) {
    return new Expectation(norms, 0, norms.tau() * norms.tau(), 0, 0);
  }

  /**
   * The expectation that {@link #state()} has kept.
   *
   * @throws IllegalArgumentException if these are not its bytes
   */
  public static Expectation of(Norms norms, byte[] state) {
    if (state.length != STATE_BYTES) {
      throw new IllegalArgumentException(
          "a state has " + STATE_BYTES + " bytes, had " + state.length);
    }
    ByteBuffer bytes = ByteBuffer.wrap(state);
    return new Expectation(
        norms, bytes.getDouble(), bytes.getDouble(), bytes.getDouble(), bytes.getInt());
  }

  /** What has to be kept between two ratings, beside the norms: the same bits come back. */
  public byte[] state() {
    return ByteBuffer.allocate(STATE_BYTES)
        .putDouble(offset)
        .putDouble(variance)
        .putDouble(cusum)
        .putInt(session)
        .array();
  }

  /**
   * The expectation after the person's level was found to have changed: half of the population's
   * variance is added to what is uncertain, so that the next scores count more, and the cumulated
   * deviation starts anew.
   */
  public Expectation reset() {
    double tau = norms.tau();
    return new Expectation(norms, offset, variance + tau * tau / 2, 0, session);
  }

  /** The expectation after an erosion was told: what was cumulated starts anew. */
  public Expectation withoutCusum() {
    return new Expectation(norms, offset, variance, 0, session);
  }

  /** The score expected at a session, in points; latent, so it may lie above the ceiling. */
  public double predicted(int sessionNumber) {
    if (sessionNumber < 1) {
      throw new IllegalArgumentException("sessions count from 1, was " + sessionNumber);
    }
    return norms.mu0() + norms.g0() * StrictMath.log(sessionNumber) + offset;
  }

  /**
   * How likely the person's own level lies above a limit all the same, 0 to 1.
   *
   * @param limit in points
   */
  public double doubtThatBelow(double limit, int sessionNumber) {
    double above = (limit - predicted(sessionNumber)) / Math.sqrt(variance);
    return NORMAL.survivalProbability(above);
  }

  /** The standard deviation of the next score around the prediction, in points. */
  public double deviation() {
    return Math.sqrt(variance + norms.sigma() * norms.sigma());
  }

  /** Holds a score of the session after the last one seen against the expectation. */
  public Observed observe(double y) {
    return observe(session + 1, y);
  }

  /**
   * Holds a score against the expectation.
   *
   * @param sessionNumber its place among the attended sessions, from 1
   * @param y the score in points
   */
  public Observed observe(int sessionNumber, double y) {
    if (!Double.isFinite(y)) {
      throw new IllegalArgumentException("a score must be a finite number, was " + y);
    }
    double m = predicted(sessionNumber);
    double sd = deviation();
    double z = (m - y) / sd;
    return y >= norms.ceiling() - HALF_STEP
        ? atCeiling(sessionNumber, y, m, sd, z)
        : below(sessionNumber, y, m, sd, z);
  }

  private Observed below(int sessionNumber, double y, double m, double sd, double z) {
    double gain = gain(z);
    return observed(m, sd, z, learn(sessionNumber, gain, y - m, 0, z));
  }

  private Observed atCeiling(int sessionNumber, double y, double m, double sd, double z) {
    double a = (norms.ceiling() - HALF_STEP - m) / sd;
    double hazard = NORMAL.density(a) / Math.max(NORMAL.survivalProbability(a), SMALLEST_TAIL);
    double latentMean = m + sd * hazard;
    double latentVariance = sd * sd * Math.max(1 + a * hazard - hazard * hazard, 0);
    double gain = gain(z);
    double zAtMost0 = Math.min(z, 0);
    return observed(
        m,
        sd,
        zAtMost0,
        learn(
            sessionNumber,
            gain,
            Math.max(latentMean, y) - m,
            gain * gain * latentVariance,
            zAtMost0));
  }

  private double gain(double z) {
    double weight = z > norms.huber() ? norms.huber() / z : 1;
    return variance / (variance + norms.sigma() * norms.sigma() / weight);
  }

  private Expectation learn(
      int sessionNumber, double gain, double surprise, double addedVariance, double z) {
    return new Expectation(
        norms,
        offset + gain * surprise,
        variance - gain * variance + addedVariance,
        Math.max(0, cusum + z - ALLOWANCE),
        sessionNumber);
  }

  private static Observed observed(double m, double sd, double z, Expectation next) {
    return new Observed(m, sd, z, NORMAL.survivalProbability(z), next.cusum(), next);
  }
}
