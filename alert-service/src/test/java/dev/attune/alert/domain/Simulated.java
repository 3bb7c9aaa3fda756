package dev.attune.alert.domain;

import dev.attune.alert.Scores;
import dev.attune.contracts.SessionRef;
import dev.attune.detection.simulation.Erosion;
import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import dev.attune.detection.simulation.SrsGen;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What simulated clients rated. They are the same in every run. */
final class Simulated {

  private static final long SEED = 20_260_601;

  private Simulated() {}

  static List<SimulatedClient> clients(int count, Scenario scenario) {
    return SrsGen.clients(SEED, count, scenario).toList();
  }

  static List<Erosion> erosions(int count) {
    return Erosion.clients(SEED, count).toList();
  }

  static History ratings(SimulatedClient client) {
    List<Point> points = new ArrayList<>();
    for (SimulatedSession session : client.sessions()) {
      if (session.rated()) {
        List<@Nullable BigDecimal> answers = new ArrayList<>();
        session.items().forEach(item -> answers.add(BigDecimal.valueOf(item, 1)));
        points.add(point(session.number(), BigDecimal.valueOf(session.tenths(), 1), answers));
      }
    }
    return history(points);
  }

  static History ratings(List<Double> totals) {
    List<Point> points = new ArrayList<>();
    for (double total : totals) {
      points.add(point(points.size() + 1, BigDecimal.valueOf(total), List.of()));
    }
    return history(points);
  }

  private static History history(List<Point> points) {
    var series = new TreeMap<Series, List<Point>>(Series.ORDER);
    series.put(new Series("srs", Scores.CLIENT), points);
    return new History(Scores.TENANT, Scores.EPISODE, series, new TreeMap<>());
  }

  @SuppressWarnings("NullAway") // javac drops the list's @Nullable from the record's class file
  private static Point point(int number, BigDecimal total, List<@Nullable BigDecimal> answers) {
    SessionRef session = Scores.session(number);
    return new Point(session, session.heldAt(), "C-1", "T-9", total, answers);
  }
}
