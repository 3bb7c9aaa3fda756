package dev.attune.intake.domain;

import dev.attune.instruments.Answers;
import dev.attune.instruments.Instrument;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What was rated: answers, or scores where only totals are known, or that it was declined. */
final class RatingContent {

  /** More answers or scores than any instrument has; what comes after is counted, but not kept. */
  private static final int MAX_KEPT = 500;

  private @Nullable List<@Nullable BigDecimal> answers;
  private @Nullable Map<String, BigDecimal> scores;
  private boolean declined;
  private boolean keyedAtCapture;
  private int kinds;

  void read(String name, Walk walk, Values values) throws IOException {
    switch (name) {
      case "answers" -> answers = answers(walk, values);
      case "scores" -> scores = scores(walk, values);
      case "declined" -> declined = walk.flag();
      case "keyedAtCapture" -> keyedAtCapture = walk.flag();
      default -> throw new IllegalStateException("declared, but not read: " + name);
    }
    kinds += tellsWhat(name) ? 1 : 0;
  }

  private boolean tellsWhat(String name) {
    return !name.equals("keyedAtCapture") && (!name.equals("declined") || declined);
  }

  private static @Nullable List<@Nullable BigDecimal> answers(Walk walk, Values values)
      throws IOException {
    var answers = new ArrayList<@Nullable BigDecimal>();
    boolean are =
        walk.array(() -> {
          BigDecimal answer = walk.isNull() ? null : values.decimal();
          answers.add(answers.size() < MAX_KEPT ? answer : null);
        });
    return are ? answers : null;
  }

  private static @Nullable Map<String, BigDecimal> scores(Walk walk, Values values)
      throws IOException {
    var scores = new LinkedHashMap<String, BigDecimal>();
    var spoilt = new AtomicBoolean();
    boolean are =
        walk.entries(scale -> {
          BigDecimal score = values.decimal();
          if (score == null) {
            spoilt.set(true);
          } else if (scores.size() < MAX_KEPT) {
            scores.put(scale, score);
          }
        });
    // Where no score is left because each had a fault, that there is none would be a second one.
    return are && !(spoilt.get() && scores.isEmpty()) ? scores : null;
  }

  /** Exactly one of the three, and that one as the instrument has it. */
  void check(@Nullable Instrument instrument, Faults faults) {
    if (kinds != 1) {
      faults.add("", "must hold exactly one of answers, scores and declined, not " + kinds);
    }
    if (keyedAtCapture && (scores != null || declined)) {
      faults.add("/keyedAtCapture", "must not be true without answers");
    }
    if (instrument == null) {
      return;
    }
    if (answers != null) {
      Answers.faults(instrument, answers)
          .forEach(fault -> faults.add(fault.pointer(), fault.message()));
    }
    if (scores != null) {
      Answers.totalFaults(instrument, scores)
          .forEach(fault -> faults.add(fault.pointer(), fault.message()));
    }
  }

  @Nullable List<@Nullable BigDecimal> answers() {
    return answers;
  }

  @Nullable Map<String, BigDecimal> scores() {
    return scores;
  }

  boolean keyedAtCapture() {
    return keyedAtCapture;
  }

  boolean declined() {
    return declined;
  }
}
