package dev.attune.alert.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.alert.Scores;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.AlertStep;
import dev.attune.contracts.Score;
import dev.attune.contracts.Severity;
import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.Repair.BaselineReset;
import dev.attune.detection.Rule;
import dev.attune.detection.StandingRule;
import dev.attune.detection.StrainRule;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no single session shows: an alliance that wears off, stays low, or has a new level. */
class SlowSignsTest {

  /** No session lies 1.645 deviations below what is expected. */
  private static final double[] WEARING_OFF = {
    38, 38, 38, 38, 38, 36.5, 36, 35.2, 34.8, 34.4, 34.2, 34
  };

  private static final Norms NORMS = new Norms(36.0, 2.75, 2.25, 0.6, 1.5, 40.0);

  @Test
  void an_alliance_that_wears_off_opens_a_strain_though_no_session_stands_out() {
    Alert alert = only(Log.of(Scores.series(WEARING_OFF)));

    assertThat(alert.rule()).isEqualTo("SRS-02");
    assertThat(alert.family()).isEqualTo("alliance-strain");
    assertThat(alert.severity()).isEqualTo(Severity.AMBER);
    assertThat(alert.openedAt()).isEqualTo(Scores.session(12));
    assertThat(alert.evidence().cumulated())
        .isBetween(BigDecimal.valueOf(4.3), BigDecimal.valueOf(4.5));
    assertThat(alert.evidence().sessions()).isEqualTo(7);
    assertThat(alert.evidence().threshold()).isEqualByComparingTo("4");
    assertThat(alert.suggestion()).isEqualTo("ask-what-has-changed");
    assertThat(alert.explanation())
        .startsWith("The alliance may be wearing off, worth asking about: over 7 rated sessions")
        .contains("the last rating being 34.0 points; about 1 in 250 ordinary sessions");
  }

  @Test
  void ratings_that_scatter_around_a_level_do_not_wear_off() {
    assertThat(Log.of(Scores.series(37, 35, 38, 36, 35, 38, 36, 37, 35, 38)).alerts()).isEmpty();
  }

  @Test
  void what_is_cumulated_is_told_from_the_limit_on() {
    double cumulated = cusum(WEARING_OFF);

    assertThat(Log.of(Scores.series(WEARING_OFF), erosion(cumulated)).alerts()).hasSize(1);
    assertThat(Log.of(Scores.series(WEARING_OFF), erosion(Math.nextUp(cumulated))).alerts())
        .isEmpty();
  }

  @Test
  void what_wore_off_is_regained_from_the_level_at_which_it_began() {
    double[] back = Arrays.copyOf(WEARING_OFF, 14);
    back[12] = 36.2;
    back[13] = 36.2;

    assertThat(only(Log.of(Scores.series(back))).steps())
        .extracting(AlertStep::status)
        .containsExactly(AlertStatus.OPEN, AlertStatus.RECOVERING, AlertStatus.REPAIRED);
  }

  @Test
  void what_wore_off_while_a_strain_is_open_belongs_to_it() {
    Log log = Log.of(Scores.series(38, 38, 38, 38, 38, 36.5, 36, 35.2, 34.8, 34.4, 30, 34));

    assertThat(log.alerts("alliance-strain")).hasSize(1);
    assertThat(log.alerts("alliance-strain").getFirst().severity()).isEqualTo(Severity.RED);
  }

  @Test
  void an_alliance_that_stays_low_is_told_once_and_closes_when_it_no_longer_is() {
    Log log = Log.of(Scores.series(32, 32, 32, 32, 32, 38, 39, 39, 39, 39));
    Alert alert = log.alerts("alliance-low").getFirst();

    assertThat(log.alerts("alliance-low")).hasSize(1);
    assertThat(alert.rule()).isEqualTo("SRS-06");
    assertThat(alert.severity()).isEqualTo(Severity.AMBER);
    assertThat(alert.steps().getFirst().status()).isEqualTo(AlertStatus.OPEN);
    assertThat(alert.status()).isEqualTo(AlertStatus.REPAIRED);
    assertThat(alert.explanation())
        .startsWith("The alliance stays low, worth asking about: after 4 rated sessions the")
        .contains(
            " client's own level lies at about 33.0 points, below 34.0; about 1 in 500 ordinary sessions looks like this");
  }

  @Test
  void an_alliance_that_stays_low_is_told_again_after_four_sessions() {
    double[] low = new double[12];
    Arrays.fill(low, 32);

    List<AlertStep> steps = Log.of(Scores.series(low)).alerts("alliance-low").getFirst().steps();

    assertThat(steps).extracting(step -> step.session().number()).containsExactly(4, 8, 12);
    assertThat(steps).extracting(AlertStep::status).containsOnly(AlertStatus.OPEN);
  }

  @ParameterizedTest
  @CsvSource({"33, 33, 0", "34, 34, 0", "36, 36, 0"})
  void two_sessions_or_a_level_that_may_lie_above_tell_nothing(double a, double b, int alerts) {
    assertThat(Log.of(Scores.series(a, b)).alerts("alliance-low")).hasSize(alerts);
    assertThat(Log.of(Scores.series(a + 1, b + 1, a + 1)).alerts("alliance-low")).isEmpty();
  }

  @Test
  void the_doubt_that_a_level_is_low_must_be_smaller_than_the_limit() {
    Expectation known = Expectation.of(NORMS);
    for (double score : new double[] {33, 33, 32}) {
      known = known.observe(score).next();
    }
    double doubt = known.doubtThatBelow(34, 3);

    assertThat(doubt).isBetween(0.37, 0.39);
    assertThat(Log.of(Scores.series(33, 33, 32), standingLow(doubt)).alerts()).isEmpty();
    assertThat(Log.of(Scores.series(33, 33, 32), standingLow(Math.nextUp(doubt))).alerts())
        .hasSize(1);
  }

  @Test
  void after_an_unrepaired_strain_the_expectation_starts_anew_where_the_rules_say_so() {
    List<Score> changed = Scores.series(38, 38, 38, 38, 30, 30, 30, 30, 30);
    Rule.SuddenDrop drop = RuleSets.shipped(Rule.SuddenDrop.class);
    Log offered = Log.of(changed, RuleSets.of(List.of(drop), BaselineReset.OFFERED));
    Log anew = Log.of(changed, RuleSets.of(List.of(drop), BaselineReset.AUTOMATIC));

    assertThat(opened(5, offered).baselineResetOffered()).isTrue();
    assertThat(opened(5, anew).baselineResetOffered()).isFalse();
    assertThat(opened(5, anew).status()).isEqualTo(AlertStatus.UNREPAIRED);
    assertThat(opened(9, offered).evidence().z()).isGreaterThan(new BigDecimal("2.5"));
    assertThat(opened(9, anew).evidence().z()).isLessThan(new BigDecimal("2.0"));
  }

  @Test
  void a_low_start_that_stays_low_does_not_become_heavier() {
    Alert alert = Log.of(Scores.series(28, 29, 29, 29)).alerts("alliance-strain").getFirst();

    assertThat(alert.status()).isEqualTo(AlertStatus.UNREPAIRED);
    assertThat(alert.severity()).isEqualTo(Severity.AMBER);
  }

  private static Judge erosion(double enough) {
    StrainRule.Erosion r = RuleSets.shipped(StrainRule.Erosion.class);
    return RuleSets.of(
        List.of(
            new StrainRule.Erosion(
                r.id(),
                r.title(),
                r.family(),
                enough,
                r.weight(),
                r.falseAlarmsPer100(),
                r.realAmongSuch(),
                r.suggestion(),
                r.provenance())),
        BaselineReset.OFFERED);
  }

  private static Judge standingLow(double doubtBelow) {
    StandingRule.StandingLow r = RuleSets.shipped(StandingRule.StandingLow.class);
    return RuleSets.of(
        List.of(
            new StandingRule.StandingLow(
                r.id(),
                r.title(),
                r.family(),
                BigDecimal.valueOf(34),
                doubtBelow,
                r.fromSession(),
                r.everySessions(),
                null,
                null,
                r.suggestion(),
                r.provenance())),
        BaselineReset.OFFERED);
  }

  /** The highest that is cumulated along a series, without starting anew. */
  private static double cusum(double... scores) {
    Expectation expectation = Expectation.of(NORMS);
    double highest = 0;
    for (double score : scores) {
      Observed observed = expectation.observe(score);
      highest = Math.max(highest, observed.cusum());
      expectation = observed.next();
    }
    return highest;
  }

  private static Alert opened(int session, Log log) {
    return log.alerts().stream()
        .filter(alert -> alert.openedAt().equals(Scores.session(session)))
        .findFirst()
        .orElseThrow();
  }

  private static Alert only(Log log) {
    assertThat(log.alerts()).hasSize(1);
    return log.alerts().getFirst();
  }
}
