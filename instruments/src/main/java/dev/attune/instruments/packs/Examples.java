package dev.attune.instruments.packs;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.attune.instruments.AgeBand;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.RaisedFlag;
import dev.attune.instruments.Respondent;
import dev.attune.instruments.ScaleResult;
import dev.attune.instruments.Scored;
import dev.attune.instruments.Scoring;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Worked examples that a definition must reproduce. */
record Examples(String instrument, String version, List<Example> examples) {

  /** Raw answers and what they mean. */
  record Example(
      @JsonProperty("case") String name,
      @Nullable Perspective perspective,
      @Nullable AgeBand ages,
      List<@Nullable BigDecimal> answers,
      Map<String, @Nullable BigDecimal> scores,
      @Nullable List<String> flags) {}

  /** Where the definition makes something else of an example. */
  void check(Instrument definition, Faults faults) {
    for (int i = 0; i < examples.size(); i++) {
      check(definition, examples.get(i), "/examples/" + i, faults);
    }
  }

  private static void check(Instrument definition, Example example, String pointer, Faults faults) {
    Respondent respondent =
        new Respondent(
            Objects.requireNonNullElseGet(
                example.perspective(), () -> definition.perspectives().iterator().next()),
            Objects.requireNonNullElse(example.ages(), AgeBand.ADULT));
    Scored scored;
    try {
      scored = Scoring.score(definition, example.answers(), respondent);
    } catch (IllegalArgumentException e) {
      faults.add(pointer + "/answers", "are not legal for the instrument");
      return;
    }
    for (Map.Entry<String, @Nullable BigDecimal> expected : example.scores().entrySet()) {
      score(scored, expected.getKey(), expected.getValue(), pointer + "/scores/", faults);
    }
    List<String> raised = scored.flags().stream().map(RaisedFlag::code).toList();
    faults.unless(
        example.flags() == null || example.flags().equals(raised),
        pointer + "/flags",
        "the definition raises " + raised);
  }

  private static void score(
      Scored scored, String scale, @Nullable BigDecimal expected, String pointer, Faults faults) {
    for (ScaleResult result : scored.scales()) {
      if (result.scale().equals(scale)) {
        BigDecimal value = result.value();
        boolean same =
            value == null ? expected == null : expected != null && value.compareTo(expected) == 0;
        faults.unless(same, pointer + scale, "the definition makes it " + value);
        return;
      }
    }
    faults.add(pointer + scale, "there is no such scale");
  }
}
