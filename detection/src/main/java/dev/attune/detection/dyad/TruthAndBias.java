package dev.attune.detection.dyad;

import java.util.Optional;

/**
 * Truth and bias (after West and Kenny): how far a therapist's ratings lie from the client's on the
 * whole, and how far they move with them. Kept without the ratings.
 *
 * @param pairs sessions that both have rated
 * @param meanClient the client's mean
 * @param meanTherapist the therapist's mean
 * @param clientSquares sum of the client's squared distances from the mean
 * @param therapistSquares the same of the therapist
 * @param products sum of the products of both distances
 */
public record TruthAndBias(
    int pairs,
    double meanClient,
    double meanTherapist,
    double clientSquares,
    double therapistSquares,
    double products) {

  /** Before the first session that both have rated. */
  public static final TruthAndBias EMPTY = new TruthAndBias(0, 0, 0, 0, 0, 0);

  /** From so many pairs on a correlation means anything. */
  public static final int LEAST_FOR_CORRELATION = 8;

  /** The population's difference weighs as much as so many pairs. */
  private static final double PAIRS_OF_POPULATION = 4;

  /** Takes a session that both have rated, on the same scale. */
  public TruthAndBias next(double client, double therapist) {
    int n = pairs + 1;
    double dClient = client - meanClient;
    double dTherapist = therapist - meanTherapist;
    double nextClient = meanClient + dClient / n;
    double nextTherapist = meanTherapist + dTherapist / n;
    return new TruthAndBias(
        n,
        nextClient,
        nextTherapist,
        clientSquares + dClient * (client - nextClient),
        therapistSquares + dTherapist * (therapist - nextTherapist),
        products + dClient * (therapist - nextTherapist));
  }

  /** What the therapist rates above the client on the whole, in points (b0). */
  public double bias() {
    return meanTherapist - meanClient;
  }

  /** The bias, drawn towards the population's all the more the fewer pairs there are (b0*). */
  public double shrunkBias(double ofPopulation) {
    return (pairs * bias() + PAIRS_OF_POPULATION * ofPopulation) / (pairs + PAIRS_OF_POPULATION);
  }

  /** How far the therapist's rating moves when the client's moves by a point (b1). */
  public Optional<Double> congruence() {
    return clientSquares > 0 ? Optional.of(products / clientSquares) : Optional.empty();
  }

  /** How closely both move together (r); nothing for few pairs or where one never moves. */
  public Optional<Double> correlation() {
    return pairs >= LEAST_FOR_CORRELATION && clientSquares > 0 && therapistSquares > 0
        ? Optional.of(products / Math.sqrt(clientSquares * therapistSquares))
        : Optional.empty();
  }

  /** The standard deviation of the client's ratings; {@code NaN} below two pairs. */
  public double clientDeviation() {
    return pairs < 2 ? Double.NaN : Math.sqrt(clientSquares / (pairs - 1));
  }
}
