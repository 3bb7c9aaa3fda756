package dev.attune.detection.simulation;

import java.util.List;

/**
 * A client's series and the truth about the client.
 *
 * @param level the level at the first session, in points
 * @param gain per unit of the natural logarithm of the session's number, in points
 * @param scatter standard deviation of the sessions around the client's course, in points
 * @param sessions in order
 */
public record SimulatedClient(
    double level, double gain, double scatter, List<SimulatedSession> sessions) {

  public SimulatedClient {
    sessions = List.copyOf(sessions);
  }
}
