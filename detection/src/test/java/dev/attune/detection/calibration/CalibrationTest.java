package dev.attune.detection.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.attune.detection.Course;
import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.calibration.AlertBudget.Thresholds;
import dev.attune.detection.simulation.Scenario;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import dev.attune.detection.simulation.SrsGen;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {

  private static final Norms DEFAULT = new Norms(36.0, 2.75, 2.25, 0.6, 1.5, 40.0);
  private static final long SEED = 7;

  @Test
  void far_from_the_ceiling_and_without_strains_the_generators_parameters_come_out() {
    Norms norms = calibrated(Scenario.NULL.withLevel(28, 3), 4_000);

    assertThat(norms.mu0()).isCloseTo(28, within(0.15));
    assertThat(norms.tau()).isCloseTo(3, within(0.15));
    assertThat(norms.sigma()).isCloseTo(2.25, within(0.05));
    assertThat(norms.g0()).isCloseTo(0.6, within(0.08));
    assertThat(norms.ceiling()).isEqualTo(40);
    assertThat(norms.huber()).isEqualTo(1.5);
  }

  @Test
  void a_small_clinic_gets_them_with_more_chance() {
    Norms norms = calibrated(Scenario.NULL.withLevel(28, 3), 150);

    assertThat(norms.mu0()).isCloseTo(28, within(0.8));
    assertThat(norms.tau()).isCloseTo(3, within(0.5));
    assertThat(norms.sigma()).isCloseTo(2.25, within(0.2));
    assertThat(norms.g0()).isCloseTo(0.6, within(0.4));
  }

  @Test
  void strains_and_some_scores_at_the_ceiling_do_little_harm_among_low_scorers() {
    Norms norms = calibrated(Scenario.S4, 4_000);

    assertThat(norms.mu0()).isCloseTo(33, within(0.4));
    assertThat(norms.tau()).isCloseTo(4, within(0.3));
    assertThat(norms.sigma()).isCloseTo(2.25, within(0.12));
    assertThat(norms.g0()).isCloseTo(0.6, within(0.2));
  }

  @Test
  void many_scores_at_the_ceiling_press_level_and_scatter_together() {
    Norms norms = calibrated(Scenario.S3, 4_000);

    assertThat(norms.mu0()).isBetween(37.0, 38.0);
    assertThat(norms.tau()).isBetween(1.8, 2.75);
    assertThat(norms.sigma()).isBetween(1.2, 2.25);
    assertThat(norms.g0()).isBetween(0.2, 0.6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"S3", "S4"})
  void with_calibrated_norms_the_budget_sets_the_number_of_alerts_right(String scenario) {
    Scenario clinic =
        Scenario.withStrains().stream().filter(s -> s.id().equals(scenario)).findFirst().get();
    Norms norms = calibrated(clinic, 1_000);
    List<Double> past = deviations(SrsGen.clients(SEED, 1_000, clinic), norms);

    Thresholds thresholds = AlertBudget.DEFAULT.thresholds(past);

    List<Double> future = deviations(SrsGen.clients(SEED + 1, 1_000, clinic), norms);
    double alerts =
        100.0 * future.stream().filter(z -> z >= thresholds.amber()).count() / future.size();
    assertThat(alerts).isBetween(6.5, 9.5);
    assertThat(thresholds.red()).isEqualTo(thresholds.amber() + 0.85);
  }

  @Test
  void default_norms_alarm_too_often_among_low_scorers_until_the_budget_is_kept() {
    List<Double> low = deviations(SrsGen.clients(SEED, 1_000, Scenario.S4), DEFAULT);

    Thresholds thresholds = AlertBudget.DEFAULT.thresholds(low);

    assertThat(share(low, 1.645)).isGreaterThan(0.10);
    assertThat(thresholds.amber()).isGreaterThan(1.645);
    assertThat(share(low.subList(low.size() - 2_000, low.size()), thresholds.amber()))
        .isCloseTo(0.08, within(0.001));
  }

  @Test
  void too_few_clients_with_enough_ratings_make_no_norms() {
    List<Course> courses = new ArrayList<>(Collections.nCopies(99, Course.of(36, 35, 38)));
    courses.addAll(Collections.nCopies(500, Course.of(36, 35)));

    assertThat(Calibration.of(courses, DEFAULT)).isEqualTo(new Calibration.TooFewClients(99));
  }

  @Test
  void where_everybody_always_gives_the_same_score_nothing_can_be_calibrated() {
    List<Course> courses = Collections.nCopies(100, Course.of(40, 40, 40, 40));

    assertThat(Calibration.of(courses, DEFAULT)).isEqualTo(new Calibration.NoScatter());
  }

  @Test
  void the_order_of_the_clients_does_not_matter() {
    List<Course> courses = new ArrayList<>(courses(SrsGen.clients(SEED, 300, Scenario.S0)));
    Norms norms = norms(Calibration.of(courses, DEFAULT));
    Collections.reverse(courses);

    assertThat(norms(Calibration.of(courses, DEFAULT)).mu0()).isCloseTo(norms.mu0(), within(1e-9));
    assertThat(norms(Calibration.of(courses, DEFAULT)).sigma())
        .isCloseTo(norms.sigma(), within(1e-9));
  }

  @Test
  void thresholds_stay_within_their_bounds() {
    assertThat(AlertBudget.DEFAULT.thresholds(Collections.nCopies(500, 9.0)))
        .isEqualTo(new Thresholds(2.3, 2.3 + 0.85));
    assertThat(AlertBudget.DEFAULT.thresholds(Collections.nCopies(500, 0.0)))
        .isEqualTo(new Thresholds(1.3, 1.3 + 0.85));
    assertThat(AlertBudget.DEFAULT.thresholds(Collections.nCopies(199, 9.0)))
        .isEqualTo(AlertBudget.UNTUNED);
    assertThatThrownBy(() -> new AlertBudget(8, 1.3, 2.3, 0.85)).hasMessageContaining("share");
  }

  @Test
  void only_the_last_2000_sessions_are_looked_at() {
    List<Double> deviations = new ArrayList<>(Collections.nCopies(5_000, 9.0));
    IntStream.range(0, 2_000).forEach(i -> deviations.add(i / 1_000.0));

    assertThat(AlertBudget.DEFAULT.thresholds(deviations).amber()).isCloseTo(1.839, within(0.001));
  }

  private static Norms calibrated(Scenario scenario, int clients) {
    return norms(Calibration.of(courses(SrsGen.clients(SEED, clients, scenario)), DEFAULT));
  }

  private static Norms norms(Calibration calibration) {
    assertThat(calibration).isInstanceOf(Calibration.Found.class);
    return ((Calibration.Found) calibration).norms();
  }

  private static List<Course> courses(Stream<SimulatedClient> clients) {
    return clients
        .map(client ->
            new Course(
                client.sessions().stream()
                    .filter(SimulatedSession::rated)
                    .map(s -> new Course.Rating(s.number(), s.score()))
                    .toList()))
        .toList();
  }

  private static List<Double> deviations(Stream<SimulatedClient> clients, Norms norms) {
    List<Double> deviations = new ArrayList<>();
    clients.forEach(client -> {
      Expectation expectation = Expectation.of(norms);
      for (SimulatedSession session : client.sessions()) {
        Observed observed = expectation.observe(session.number(), session.score());
        deviations.add(observed.z());
        expectation = observed.next();
      }
    });
    return deviations;
  }

  private static double share(List<Double> deviations, double threshold) {
    return (double) deviations.stream().filter(z -> z >= threshold).count() / deviations.size();
  }
}
