package dev.attune.intake.domain;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a browser sends: answers, and nothing of what they are about. Whether an answer is
 * legal for its instrument is asked where every rating is.
 */
public final class SubmissionReader {

  private static final Fields FIELDS = Fields.of("ratings");
  private static final Fields PART = Fields.of("instrument", "answers?", "declined?");

  /**
   * Reads a submission.
   *
   * @param asked what stands on the form: each has to be there once, in this order
   */
  public Reading<Submission> read(byte[] body, List<Questionnaire> asked) {
    var faults = new Faults();
    return Walk.over(
        body,
        faults,
        walk -> {
          var draft = new Draft(walk, new Values(walk, Instant.EPOCH), asked, faults);
          walk.body(FIELDS, draft::read);
          draft.check();
          return faults.none() ? new Submission(draft.parts) : null;
        });
  }

  /** A submission half read. */
  private static final class Draft {

    private final Walk walk;
    private final Values values;
    private final List<Questionnaire> asked;
    private final Faults faults;
    private final List<Submission.Part> parts = new ArrayList<>();
    private final List<@Nullable String> told = new ArrayList<>();

    Draft(Walk walk, Values values, List<Questionnaire> asked, Faults faults) {
      this.walk = walk;
      this.values = values;
      this.asked = asked;
      this.faults = faults;
    }

    void read(String name) throws IOException {
      walk.array(this::readPart);
    }

    private void readPart() throws IOException {
      var part = new PartDraft();
      walk.object(PART, part::read);
      if (told.size() > asked.size()) {
        return;
      }
      told.add(part.instrument);
      part.content.check(null, faults);
      if (faults.none()) {
        parts.add(part.toPart());
      }
    }

    /** The form and what was sent are about the same. */
    void check() {
      if (!faults.none()) {
        return;
      }
      if (!told.equals(asked.stream().map(one -> one.instrument().id()).toList())) {
        faults.add("/ratings", "must hold each instrument of the form once, in its order");
        return;
      }
      for (int i = 0; i < parts.size(); i++) {
        check("/ratings/" + i + "/answers", asked.get(i), parts.get(i));
      }
    }

    private void check(String place, Questionnaire form, Submission.Part part) {
      List<@Nullable BigDecimal> answers = part.answers();
      if (answers == null) {
        return;
      }
      if (answers.size() != form.answers()) {
        faults.add(place, "must hold as many answers as the form, null where not answered");
        return;
      }
      for (int i = 0; i < answers.size(); i++) {
        if (answers.get(i) != null && !form.asks(i)) {
          faults.add(place + "/" + i, "was not asked");
        }
      }
    }

    /** One part half read. */
    private final class PartDraft {

      private final RatingContent content = new RatingContent();
      private @Nullable String instrument;

      void read(String name) throws IOException {
        if (name.equals("instrument")) {
          instrument = values.identifier();
        } else {
          content.read(name, walk, values);
        }
      }

      // A class file does not tell that a record's list may hold nulls.
      @SuppressWarnings("NullAway")
      Submission.Part toPart() {
        return new Submission.Part(
            requireNonNull(instrument), content.answers(), content.declined());
      }
    }
  }
}
