package dev.attune.detection.simulation;

import java.util.List;

/**
 * One session and the truth about it.
 *
 * @param number its place among the attended sessions, from 1
 * @param tenths the total in tenths of a point, 0 to 400
 * @param items the four answers in tenths of a point, 0 to 100, their sum being the total
 * @param rated whether the client handed a rating in
 * @param depth how many points a strain takes from the score; 0 outside strains
 * @param strain the number of the client's strain from 0, or -1 outside strains
 * @param onset whether a strain starts here
 */
public record SimulatedSession(
    int number,
    int tenths,
    List<Integer> items,
    boolean rated,
    double depth,
    int strain,
    boolean onset) {

  public SimulatedSession {
    items = List.copyOf(items);
  }

  /** The total in points. */
  public double score() {
    return tenths / 10.0;
  }

  /** Whether the session lies in a strain. */
  public boolean strained() {
    return depth > 0;
  }
}
