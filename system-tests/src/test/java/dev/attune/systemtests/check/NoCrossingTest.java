package dev.attune.systemtests.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.systemtests.check.NoCrossing.Owner;
import dev.attune.systemtests.check.NoCrossing.Seen;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoCrossingTest {
  private static final Owner VIEWER = new Owner("northside", "T-1");
  private static final Map<String, Owner> OWNERS =
      Map.of(
          "C-1", VIEWER,
          "C-2", new Owner("northside", "T-2"),
          "C-3", new Owner("southside", "T-1"));

  @Test
  void seeing_ones_own_clients_is_faultless() {
    assertThat(NoCrossing.breaches(VIEWER, OWNERS, List.of(new Seen("caseload", "C-1")))).isEmpty();
  }

  @Test
  void seeing_another_therapists_client_is_caught() {
    assertThat(NoCrossing.breaches(VIEWER, OWNERS, List.of(new Seen("stream", "C-2"))))
        .containsExactly(new Breach("seen by another in stream", "C-2"));
  }

  @Test
  void seeing_the_client_of_a_namesake_in_another_tenant_is_caught() {
    assertThat(NoCrossing.breaches(VIEWER, OWNERS, List.of(new Seen("alerts", "C-3"))))
        .containsExactly(new Breach("seen by another in alerts", "C-3"));
  }

  @Test
  void seeing_somebody_unheard_of_is_caught() {
    assertThat(NoCrossing.breaches(VIEWER, OWNERS, List.of(new Seen("alerts", "C-9")))).hasSize(1);
  }
}
