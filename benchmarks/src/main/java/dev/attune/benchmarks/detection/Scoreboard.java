package dev.attune.benchmarks.detection;

import static dev.attune.benchmarks.detection.Measure.figures;

import dev.attune.detection.Norms;
import dev.attune.detection.Repair;
import dev.attune.detection.Rule;
import dev.attune.detection.RuleSet;
import dev.attune.detection.published.Criterion;
import dev.attune.detection.published.Published;
import dev.attune.detection.published.SampleSpread;
import dev.attune.detection.simulation.Erosion;
import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import dev.attune.detection.simulation.SrsGen;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The shipped detector with the shipped norms on series with known truth. Nothing is fitted to the
 * series: where a measure holds false alarms at a rate, so it does for every rule alike.
 */
final class Scoreboard {

  /** More than this on totals alone means that the truth or the future has leaked. */
  private static final double TOO_GOOD = 0.74;

  private static final int EROSION_CLIENTS = 8_000;
  private static final double EROSION = 4.0;
  private static final double POINTS_OF_A_NAIVE_DROP = 4.0;

  private static final Map<String, IntPredicate> BY_SESSION = bySession();

  private final long seed;
  private final int count;
  private final Norms norms;
  private final Rule.SuddenDrop drop;
  private final Repair repair;
  private final double amber;
  private final double red;

  private Scoreboard(long seed, int count, RuleSet shipped, Norms norms) {
    this.seed = seed;
    this.count = count;
    this.norms = norms;
    RuleSet.Track track = shipped.track("srs", "CLIENT").orElseThrow();
    this.repair = Objects.requireNonNull(track.repair());
    this.drop =
        track.rules().stream()
            .filter(Rule.SuddenDrop.class::isInstance)
            .map(Rule.SuddenDrop.class::cast)
            .findFirst()
            .orElseThrow();
    this.amber = threshold(Rule.Weight.AMBER);
    this.red = threshold(Rule.Weight.RED);
  }

  private double threshold(Rule.Weight weight) {
    return drop.levels().stream()
        .filter(level -> level.weight() == weight)
        .mapToDouble(Rule.Level::z)
        .findFirst()
        .orElseThrow();
  }

  /** All measures on so many clients of each population. */
  static List<Measure> of(long seed, int clients) throws NoSuchAlgorithmException {
    RuleSet shipped = RuleSet.load("attune-default");
    return of(seed, clients, shipped, shipped.norms("srs", "CLIENT").orElseThrow().values());
  }

  /** The same with other norms than those shipped. */
  static List<Measure> of(long seed, int clients, RuleSet shipped, Norms norms)
      throws NoSuchAlgorithmException {
    return new Scoreboard(seed, clients, shipped, norms).measures();
  }

  private List<Measure> measures() throws NoSuchAlgorithmException {
    List<SimulatedClient> base = clients(Scenario.S0);
    Judged ours = new Judged(base, Detector.expectation(norms));
    Judged drops = new Judged(base, Detector.drop());
    Judged bundle = new Judged(base, Detector.fitBundle());
    List<Measure> measures = new ArrayList<>();
    measures.add(sensitivityAt5(ours, drops));
    measures.add(sensitivityAt2(ours, drops));
    measures.add(worstScenario(ours, drops));
    measures.add(calibration(ours));
    measures.add(calibrationBySession(ours));
    measures.add(delay(ours, drops));
    measures.add(firings(base, bundle));
    measures.add(repairs());
    measures.add(erosions());
    measures.add(nothingThere());
    measures.add(keeping(base));
    return measures;
  }

  private List<SimulatedClient> clients(Scenario scenario) {
    return SrsGen.clients(seed, count, scenario).toList();
  }

  private static Measure sensitivityAt5(Judged ours, Judged drops) {
    double found = ours.atFalseAlarms(5).sensitivity();
    Judged.Result naive = drops.from(POINTS_OF_A_NAIVE_DROP);
    return new Measure(
        "M1",
        "share of strains found at 5 false alarms in 100 sessions, S0",
        figures(
            "drop >= 4",
            naive.sensitivity(),
            "at false alarms",
            naive.falseAlarms(),
            "drop at 5",
            drops.atFalseAlarms(5).sensitivity()),
        figures("found", found),
        ".71",
        ".704 +-.01 (model known), .763 (client known)",
        "0.69 to 0.74",
        found >= 0.69 && found <= TOO_GOOD);
  }

  private static Measure sensitivityAt2(Judged ours, Judged drops) {
    double found = ours.atFalseAlarms(2).sensitivity();
    return new Measure(
        "M2",
        "share of strains found at 2 false alarms in 100 sessions, S0",
        figures("drop at 2", drops.atFalseAlarms(2).sensitivity()),
        figures("found", found),
        ".60",
        ".60 (model known), .665 (client known)",
        ">= 0.58",
        found >= 0.58);
  }

  private Measure worstScenario(Judged base, Judged baseDrops) {
    Map<String, Double> found = new LinkedHashMap<>();
    double worst = Double.POSITIVE_INFINITY;
    double worstOfDrops = Double.POSITIVE_INFINITY;
    for (Scenario scenario : Scenario.withStrains()) {
      boolean isBase = scenario.equals(Scenario.S0);
      List<SimulatedClient> clients = isBase ? List.of() : clients(scenario);
      Judged ours = isBase ? base : new Judged(clients, Detector.expectation(norms));
      Judged drops = isBase ? baseDrops : new Judged(clients, Detector.drop());
      double at5 = ours.atFalseAlarms(5).sensitivity();
      found.put(scenario.id(), at5);
      worst = Math.min(worst, at5);
      worstOfDrops = Math.min(worstOfDrops, drops.atFalseAlarms(5).sensitivity());
    }
    Map<String, Double> measured = figures("least", worst);
    measured.putAll(found);
    return new Measure(
        "M3",
        "the least of that at 5 false alarms over S0 to S8",
        figures("drop at 5, least", worstOfDrops),
        measured,
        ".67 (S7)",
        "",
        ">= 0.65",
        worst >= 0.65);
  }

  private static Measure calibration(Judged ours) {
    Map<String, Double> measured = new LinkedHashMap<>();
    double most = 0;
    for (double nominal : new double[] {10, 5, 2.5, 1, 0.5}) {
      double per100 = ours.falseAlarmsFrom(deviation(nominal));
      measured.put("at " + nominal, per100);
      most = Math.max(most, Math.abs(per100 - nominal));
    }
    Map<String, Double> figures = figures("farthest", most);
    figures.putAll(measured);
    return new Measure(
        "M4",
        "false alarms in 100 sessions against what the tail promises, in points, S0",
        figures(),
        figures,
        ".27 (9.73/4.95/2.49/1.01/.51)",
        "0",
        "<= 1.0",
        most <= 1.0);
  }

  private static Measure calibrationBySession(Judged ours) {
    Map<String, Double> measured = new LinkedHashMap<>();
    double most = 0;
    for (Map.Entry<String, IntPredicate> group : BY_SESSION.entrySet()) {
      double per100 = ours.falseAlarmsFrom(deviation(5), group.getValue());
      measured.put("session " + group.getKey(), per100);
      most = Math.max(most, Math.abs(per100 - 5));
    }
    Map<String, Double> figures = figures("farthest", most);
    figures.putAll(measured);
    return new Measure(
        "M5",
        "the same at 5 in 100 by session, S0",
        figures(),
        figures,
        "<= .8",
        "0",
        "<= 1.0",
        most <= 1.0);
  }

  private static Map<String, IntPredicate> bySession() {
    Map<String, IntPredicate> groups = new LinkedHashMap<>();
    groups.put("1", n -> n == 1);
    groups.put("2", n -> n == 2);
    groups.put("3", n -> n == 3);
    groups.put("4-5", n -> n == 4 || n == 5);
    groups.put("6-9", n -> n >= 6 && n <= 9);
    groups.put("10+", n -> n >= 10);
    return groups;
  }

  private static double deviation(double per100) {
    return NormalDistribution.of(0, 1).inverseSurvivalProbability(per100 / 100);
  }

  private Measure delay(Judged ours, Judged drops) {
    return new Measure(
        "M6",
        "sessions from the start of a strain to its alarm at AMBER, S0",
        figures("drop >= 4", drops.from(POINTS_OF_A_NAIVE_DROP).delay()),
        figures("sessions", ours.from(amber).delay()),
        ".10",
        ".12",
        "",
        true);
  }

  private Measure firings(List<SimulatedClient> base, Judged bundle) {
    Firings firings = Firings.of(base, norms, drop, repair);
    return new Measure(
        "M7",
        "alerts in 100 sessions at the shipped thresholds, S0",
        figures("FIT bundle", bundle.alarmsIn100(1, n -> true)),
        figures("alerts", firings.alerts(), "RED", firings.red(), "opened", firings.opened()),
        "11.3 / 3.0 ; opened 6.8",
        "",
        "<= 12, RED <= 3.5",
        firings.alerts() <= 12 && firings.red() <= 3.5);
  }

  private Measure repairs() {
    List<SimulatedClient> clients = clients(Scenario.S6);
    Repairs ours = Repairs.of(clients, norms, repair, amber);
    Repairs once = Repairs.of(clients, norms, oneSession(), amber);
    return new Measure(
        "M8",
        "repairs recognised, and lasting strains wrongly closed, S6",
        figures("once, recognised", once.recognised(), "closed", once.wronglyClosed()),
        figures("recognised", ours.recognised(), "wrongly closed", ours.wronglyClosed()),
        ".87 / .22",
        "",
        ">= 0.84, <= 0.24",
        ours.recognised() >= 0.84 && ours.wronglyClosed() <= 0.24);
  }

  /** The shipped repair, but one session with half of the loss regained is enough. */
  private Repair oneSession() {
    return new Repair(
        repair.family(),
        repair.regained(),
        1,
        repair.within(),
        repair.regainedAlone(),
        repair.baselineReset(),
        repair.realRecognised(),
        repair.wronglyClosed(),
        repair.provenance());
  }

  private Measure erosions() {
    List<Erosion> clients = Erosion.clients(seed, Math.min(count, EROSION_CLIENTS)).toList();
    Erosions ours = Erosions.cumulated(clients, norms);
    Erosions falls = Erosions.threeFalls(clients);
    return new Measure(
        "M9",
        "slow erosions found, and clients in 100 falsely so, S9",
        figures("three falls", falls.detected(), "falsely", falls.falseClients()),
        figures("found", ours.detected(), "falsely", ours.falseClients()),
        ".96 / 8",
        "",
        ">= 0.94, <= 10",
        ours.detected() >= 0.94 && ours.falseClients() <= 10);
  }

  private Measure nothingThere() {
    List<SimulatedClient> clients = clients(Scenario.NULL);
    Judged ours = new Judged(clients, Detector.expectation(norms));
    Judged cumulated =
        new Judged(
            clients,
            client ->
                Detector.observe(norms, client).stream().mapToDouble(o -> o.cusum()).toArray());
    double withRed = ours.clientsIn100(red);
    return new Measure(
        "M10",
        "clients in 100 with an alert where no strain exists",
        published(clients),
        figures(
            "RED",
            withRed,
            "AMBER",
            ours.clientsIn100(amber),
            "erosion",
            cumulated.clientsIn100(EROSION)),
        "5.9 / 33 / 3.2",
        "",
        "RED <= 7",
        withRed <= 7);
  }

  private static Map<String, Double> published(List<SimulatedClient> clients) {
    List<List<Double>> series =
        clients.stream()
            .map(c -> c.sessions().stream().map(SimulatedSession::score).toList())
            .filter(scores -> scores.size() >= 5)
            .toList();
    SampleSpread spread = SampleSpread.of(series);
    Map<String, Double> touched = new LinkedHashMap<>();
    for (Criterion criterion :
        List.of(
            Published.afterStevens2007(4, 1),
            Published.afterStrauss2006(),
            Published.afterStiles2004(),
            Published.afterGumz2012(2),
            Published.afterEubanksCarter2012())) {
      long found =
          series.stream().filter(scores -> !criterion.find(scores, spread).isEmpty()).count();
      touched.put(criterion.name(), 100.0 * found / series.size());
    }
    return touched;
  }

  private Measure keeping(List<SimulatedClient> base) throws NoSuchAlgorithmException {
    Keeping keeping = Keeping.of(base, norms);
    return new Measure(
        "M11",
        "bytes kept per client and instrument; the same bytes on replay",
        figures(),
        figures(
            "bytes",
            keeping.stateBytes(),
            "same",
            keeping.sameOnReplay() ? 1 : 0,
            "ratings/s",
            keeping.ratingsPerSecond()),
        "",
        "",
        "<= 64, same",
        keeping.stateBytes() <= 64 && keeping.sameOnReplay());
  }
}
