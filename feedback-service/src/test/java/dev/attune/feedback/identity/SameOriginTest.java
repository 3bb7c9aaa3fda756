package dev.attune.feedback.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameOriginTest {

  @ParameterizedTest
  @CsvSource({
    "same-origin, ,                      localhost:8084, true",
    "none,        ,                      localhost:8084, true",
    "cross-site,  ,                      localhost:8084, false",
    "same-site,   http://localhost:8084, localhost:8084, false",
    ",            http://localhost:8084, LOCALHOST:8084, true",
    ",            http://localhost:1,    localhost:8084, false",
    ",            null,                  localhost:8084, false",
    ",            http://[,              localhost:8084, false",
    ",            http://localhost:8084, ,               false"
  })
  void a_page_is_ours_where_the_browser_says_so(
      String fetchSite, String origin, String host, boolean vouched) {
    assertThat(new SameOrigin(fetchSite, origin, host).vouched()).isEqualTo(vouched);
  }

  @Test
  void a_program_says_nothing_about_a_page() {
    assertThat(new SameOrigin(null, null, "localhost").told()).isFalse();
    assertThat(new SameOrigin("none", null, "localhost").told()).isTrue();
    assertThat(new SameOrigin(null, "http://a", "localhost").told()).isTrue();
  }
}
