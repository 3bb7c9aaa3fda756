package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.domain.Lines.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LinesTest {

  private static final int MAX = 10;

  @Test
  void lines_are_numbered_and_blank_ones_passed_over() {
    assertThat(cut("a\n\n \r\nb\r\nc", 100)).containsExactly("1:a", "4:b\r", "5:c");
  }

  @Test
  void a_line_break_at_the_end_opens_no_line() {
    assertThat(cut("a\n", 100)).containsExactly("1:a");
    assertThat(cut("", 100)).isEmpty();
  }

  @Test
  void a_line_too_long_is_told_without_its_bytes_and_spoils_no_other() {
    assertThat(cut("a\n" + "x".repeat(MAX + 1) + "\n" + "y".repeat(MAX) + "\n", 100))
        .containsExactly("1:a", "2:too long", "3:" + "y".repeat(MAX));
  }

  @Test
  void a_last_line_may_be_too_long() {
    assertThat(cut("x".repeat(50), 7)).containsExactly("1:too long");
  }

  @Property(tries = 500)
  void where_the_chunks_end_changes_nothing(@ForAll @IntRange(min = 1, max = 40) int chunk) {
    String text = "one\n\ntwo\r\n" + "x".repeat(25) + "\n  \nthree\n" + "y".repeat(11) + "\nfour";

    assertThat(cut(text, chunk))
        .containsExactly("1:one", "3:two\r", "4:too long", "6:three", "7:too long", "8:four");
  }

  private static List<String> cut(String text, int chunk) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    var lines = new Lines(MAX);
    List<String> cut = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += chunk) {
      lines.add(Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + chunk)));
      for (Line line = lines.next(); line != null; line = lines.next()) {
        cut.add(told(line));
      }
    }
    Line last = lines.last();
    if (last != null) {
      cut.add(told(last));
    }
    return cut;
  }

  private static String told(Line line) {
    byte[] bytes = line.bytes();
    return line.number()
        + ":"
        + (bytes == null ? "too long" : new String(bytes, StandardCharsets.UTF_8));
  }
}
