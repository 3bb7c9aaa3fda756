package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.domain.SentForms.Known;
import org.junit.jupiter.api.Test;

class SentFormsTest {

  private static final byte[] SO = {1};
  private static final byte[] OTHERWISE = {2};

  private final SentForms sent = new SentForms();

  @Test
  void a_form_that_was_sent_is_known_with_its_content() {
    assertThat(sent.known("f", SO)).isEqualTo(Known.NOT_SENT);

    sent.note("f", SO);

    assertThat(sent.knows("f")).isTrue();
    assertThat(sent.known("f", SO)).isEqualTo(Known.SENT_SO);
    assertThat(sent.known("f", OTHERWISE)).isEqualTo(Known.SENT_OTHERWISE);
    assertThat(sent.known("g", SO)).isEqualTo(Known.NOT_SENT);
  }

  @Test
  void the_first_content_is_the_one_that_counts() {
    sent.note("f", SO);
    sent.note("f", OTHERWISE);

    assertThat(sent.known("f", SO)).isEqualTo(Known.SENT_SO);
  }

  @Test
  void the_oldest_is_forgotten_so_that_memory_has_an_end() {
    for (int i = 0; i <= SentForms.KEPT; i++) {
      sent.note("f" + i, SO);
    }

    assertThat(sent.knows("f0")).isFalse();
    assertThat(sent.knows("f1")).isTrue();
  }
}
