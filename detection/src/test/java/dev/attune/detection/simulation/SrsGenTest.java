package dev.attune.detection.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SrsGenTest {

  @Test
  void the_draws_are_those_of_splittable_random() {
    var random = new SplittableRandom(20260101L * 1_000_003 + 7);
    Draws draws = SrsGen.drawsOf(20260101L, 7);

    for (int place = 1; place <= 368; place++) {
      assertThat(draws.uniform(place)).isEqualTo(random.nextDouble());
    }
  }

  /**
   * The sums were taken over the output of the generator's reference implementation in Python: over
   * the totals in tenths, and over totals, answers, depths (all their bits), strains, onsets and
   * whether a session was rated.
   */
  @ParameterizedTest
  @CsvSource({
    "20260101, 20000, S0, 197127, 3361881726784572057, 3826763688074137957",
    "7, 500, S0, 5001, -2050711551190289224, 5783329665369893342",
    "7, 500, S1, 5001, 2818409406112140705, -600842478174979376",
    "7, 500, S2, 5001, -7684551065563757018, -6884039618727214572",
    "7, 500, S3, 5001, -2675994585291015094, -8636477491037667360",
    "7, 500, S4, 5001, -6447535113903773373, 3020380895708824834",
    "7, 500, S5, 5001, -2050711551190289224, 1056789887204949876",
    "7, 500, S6, 5001, -5325289220845838180, -7640315015106566113",
    "7, 500, S7, 5001, 6741673907192414277, -5831959889906044164",
    "7, 500, S8, 5001, 6801312739691565184, -3991447504120101221",
    "7, 500, null, 5001, 9188970156538181698, 8155375491205284106",
    "42, 500, S1, 4914, -557232300263028856, 8099706480585812194",
    "42, 500, S2, 4914, -2936434458843740135, 2341925956998965704",
    "42, 500, S6, 4914, 3091020392494471730, -76763265220727075",
    "42, 500, S7, 4914, 5024313481125926178, -2406378284687867708",
  })
  void every_population_has_the_bits_of_the_reference(
      long seed, int count, String scenario, int sessions, long totals, long everything) {
    List<SimulatedSession> all = sessions(seed, count, scenario(scenario)).toList();

    assertThat(all).hasSize(sessions);
    assertThat(sum(all.stream().map(s -> (long) s.tenths()))).isEqualTo(totals);
    assertThat(sum(all.stream().flatMap(SrsGenTest::everything))).isEqualTo(everything);
  }

  @Test
  void a_client_is_the_same_whatever_is_drawn_before() {
    assertThat(SrsGen.client(7, 3, Scenario.S7))
        .isEqualTo(SrsGen.clients(7, 5, Scenario.S7).toList().get(3));
  }

  @Test
  void the_base_population_looks_as_the_specification_says() {
    List<SimulatedSession> all = sessions(20260101, 20_000, Scenario.S0).toList();

    assertThat(all.stream().mapToDouble(SimulatedSession::score).average().orElseThrow())
        .isCloseTo(36.3, within(0.05));
    assertThat(share(all, 0, 359)).isCloseTo(0.42, within(0.01));
    assertThat(share(all, 400, 400)).isCloseTo(0.20, within(0.01));
    assertThat(all.stream().filter(SimulatedSession::strained).count() / (double) all.size())
        .isCloseTo(0.07, within(0.01));
  }

  @Test
  void four_answers_always_add_up_to_the_total() {
    assertThat(sessions(11, 500, Scenario.S4))
        .allSatisfy(session -> {
          assertThat(session.items()).hasSize(4).allMatch(item -> item >= 0 && item <= 100);
          assertThat(session.items().stream().mapToInt(i -> i).sum()).isEqualTo(session.tenths());
        });
  }

  @Test
  void what_wears_off_is_lost_only_after_the_onset() {
    assertThat(Erosion.clients(5, 500))
        .allSatisfy(client -> {
          assertThat(client.onset()).isBetween(4, 8);
          assertThat(client.lossPerSession()).isBetween(0.4, 1.0);
          assertThat(client.scores()).hasSizeBetween(15, 25);
          assertThat(client.scores().subList(0, client.onset()))
              .isEqualTo(client.scoresWithoutLoss().subList(0, client.onset()));
          assertThat(client.scores().getLast())
              .isLessThanOrEqualTo(client.scoresWithoutLoss().getLast());
        });
  }

  private static Scenario scenario(String id) {
    return Stream.concat(Scenario.withStrains().stream(), Stream.of(Scenario.NULL))
        .filter(scenario -> scenario.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<SimulatedSession> sessions(long seed, int count, Scenario scenario) {
    return SrsGen.clients(seed, count, scenario).flatMap(client -> client.sessions().stream());
  }

  private static double share(List<SimulatedSession> sessions, int least, int most) {
    return sessions.stream().filter(s -> s.tenths() >= least && s.tenths() <= most).count()
        / (double) sessions.size();
  }

  private static Stream<Long> everything(SimulatedSession session) {
    return Stream.of(
            Stream.of((long) session.tenths()),
            session.items().stream().map(item -> (long) item),
            Stream.of(
                Double.doubleToLongBits(session.depth()),
                (long) session.strain(),
                session.onset() ? 1L : 0L,
                session.rated() ? 1L : 0L))
        .flatMap(part -> part);
  }

  private static long sum(Stream<Long> values) {
    return values.reduce(0L, (sum, value) -> sum * 31 + value);
  }
}
