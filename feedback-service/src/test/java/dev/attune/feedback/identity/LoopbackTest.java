package dev.attune.feedback.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST", "127.0.0.1", "[::1]", "::1"})
  void a_machine_reaches_itself_under_these_names(String host) {
    assertThat(Loopback.names(host)).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "0.0.0.0", "localhost.example", "attune.example", "127.0.0.1.nip.io"})
  void any_other_name_may_be_somebody_elses(String host) {
    assertThat(Loopback.names(host)).isFalse();
  }
}
