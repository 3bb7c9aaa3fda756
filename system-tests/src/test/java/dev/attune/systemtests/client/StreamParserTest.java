package dev.attune.systemtests.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StreamParserTest {
  private final StreamParser parser = new StreamParser();

  @Test
  void an_event_is_complete_at_the_empty_line() {
    assertThat(
            Stream.of(": hello", "id: 7", "event:alert", "data: {\"alert\":", "data: \"a\"}", "")
                .map(parser::line)
                .flatMap(Optional::stream))
        .containsExactly(new StreamEvent(7, "alert", Answer.parse("{\"alert\":\"a\"}")));
  }

  @Test
  void what_has_no_number_of_its_own_is_no_event_of_the_feed() {
    assertThat(
            Stream.of(
                    "id: 7",
                    "event: score",
                    "data: {}",
                    "",
                    "event: changed",
                    "data: {}",
                    "",
                    "id: 8",
                    "event: score",
                    "data: {}",
                    "")
                .map(parser::line)
                .flatMap(Optional::stream))
        .extracting(StreamEvent::id)
        .containsExactly(7L, 8L);
  }

  @Test
  void a_comment_alone_is_no_event() {
    assertThat(Stream.of(": still here", "").map(parser::line)).containsOnly(Optional.empty());
  }
}
