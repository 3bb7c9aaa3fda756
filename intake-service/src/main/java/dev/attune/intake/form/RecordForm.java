package dev.attune.intake.form;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.attune.contracts.Json;
import dev.attune.contracts.Sha256;
import dev.attune.intake.domain.FormOrder;
import dev.attune.intake.domain.Questionnaire;
import dev.attune.intake.domain.Reading;
import dev.attune.intake.domain.SentForms;
import dev.attune.intake.domain.Submission;
import dev.attune.intake.domain.SubmissionReader;
import dev.attune.intake.form.FormLinks.Opened;
import dev.attune.intake.rest.Bodies;
import dev.attune.intake.rest.RecordRating;
import dev.attune.intake.rest.Refusals;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Takes what was sent with a form: a rating for each instrument, recorded as if the EHR had posted
 * it. What a browser says is the answers; everything else comes out of the link.
 */
@Singleton
class RecordForm {

  private final Bodies bodies;
  private final Sheets sheets;
  private final SubmissionReader reader;
  private final RecordRating ratings;
  private final SentForms sent;
  private final Clock clock;

  RecordForm(
      Bodies bodies,
      Sheets sheets,
      SubmissionReader reader,
      RecordRating ratings,
      SentForms sent,
      Clock clock) {
    this.bodies = bodies;
    this.sheets = sheets;
    this.reader = reader;
    this.ratings = ratings;
    this.sent = sent;
    this.clock = clock;
  }

  /**
   * The answer to a form whose ratings are on the log.
   *
   * @param ratings how many
   */
  record Accepted(int ratings) {}

  /** Records the form, or fails with the problem to answer with. */
  CompletableFuture<Accepted> record(
      Opened.Order link, HttpServerRequest request, String traceparent) {
    Sheets.Sheet sheet = sheets.of(link.order()).orElseThrow(() -> Refused.of(Closed.OUTDATED));
    Closed withheld = sheet.closed();
    if (withheld != null) {
      throw Refused.of(withheld);
    }
    return bodies
        .read(request)
        .thenCompose(body -> record(link, submission(body, sheet.shown()), traceparent));
  }

  private Submission submission(byte[] body, List<Questionnaire> shown) {
    return switch (reader.read(body, shown)) {
      case Reading.Legal<Submission>(Submission legal) -> legal;
      case Reading.Illegal<Submission> why -> throw Refusals.illegal("rating", why);
      case Reading.Unreadable<Submission> where -> throw Refusals.unreadable(where);
    };
  }

  private CompletableFuture<Accepted> record(
      Opened.Order link, Submission submission, String traceparent) {
    byte[] hash = Sha256.digest().digest(Json.write(submission));
    return switch (sent.known(link.form(), hash)) {
      case SENT_OTHERWISE -> CompletableFuture.failedFuture(Refused.of(Closed.SENT));
      // Acknowledged before. To write it again could undo an amendment of the EHR in between.
      case SENT_SO -> CompletableFuture.completedFuture(accepted(submission));
      case NOT_SENT ->
          recordEach(link.order(), submission, traceparent)
              .thenApply(all -> {
                sent.note(link.form(), hash);
                return accepted(submission);
              });
    };
  }

  /** One after the other: where one fails, all are sent again, which is harmless. */
  private CompletableFuture<?> recordEach(
      FormOrder order, Submission submission, String traceparent) {
    Instant now = clock.instant();
    CompletableFuture<?> before = CompletableFuture.completedFuture(null);
    for (Submission.Part part : submission.parts()) {
      byte[] body = body(order, part, now);
      before =
          before.thenCompose(done -> ratings.record(body, order.about().tenant(), traceparent));
    }
    return before;
  }

  /** The rating as the EHR would post it: a clinic is never told by a body. */
  private static byte[] body(FormOrder order, Submission.Part part, Instant now) {
    Map<String, @Nullable Object> rating =
        Json.MAPPER.convertValue(order.rating(part, now), new TypeReference<>() {});
    rating.remove("tenant");
    return Json.write(rating);
  }

  private static Accepted accepted(Submission submission) {
    return new Accepted(submission.parts().size());
  }
}
