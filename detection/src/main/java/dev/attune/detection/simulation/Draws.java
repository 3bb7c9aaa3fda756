package dev.attune.detection.simulation;

/**
 * Random numbers that are the same bits in every language: SplitMix64, one stream per seed, each
 * number addressed by its place in the stream. Equal to {@code new java.util.SplittableRandom(seed)
 * .nextDouble()}, whose algorithm the Java documentation does not promise.
 *
 * @param seed the stream
 */
record Draws(long seed) {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /** The number at a place, from 1, uniform on 0 to 1 without the 1. */
  double uniform(int place) {
    return (mix(seed + place * GOLDEN_GAMMA) >>> 11) * 0x1.0p-53;
  }

  /** A standard normal number from the uniform ones at two places. */
  double normal(int place, int otherPlace) {
    return normal(uniform(place), uniform(otherPlace));
  }

  /** The cosine branch of Box and Muller. {@code StrictMath}, as the last bit matters. */
  static double normal(double u, double v) {
    return StrictMath.sqrt(-2.0 * StrictMath.log(1.0 - u)) * StrictMath.cos(2.0 * Math.PI * v);
  }

  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
