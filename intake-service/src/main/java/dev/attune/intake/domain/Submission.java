package dev.attune.intake.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person sent with a form: a part for each instrument that was asked. */
public record Submission(List<Part> parts) {

  public Submission {
    parts = List.copyOf(parts);
  }

  /**
   * What was said to one instrument.
   *
   * @param answers in item order, null where not answered; null as a whole where declined
   * @param declined whether the person chose not to rate
   */
  public record Part(
      String instrument, @Nullable List<@Nullable BigDecimal> answers, boolean declined) {

    public Part {
      answers = answers == null ? null : Collections.unmodifiableList(new ArrayList<>(answers));
    }
  }
}
