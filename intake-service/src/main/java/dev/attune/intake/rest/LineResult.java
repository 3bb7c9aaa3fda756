package dev.attune.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.web.Problem;
import dev.attune.web.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch.
 *
 * @param line its place in the batch from 1, blank lines counted
 * @param status as if the rating had been sent alone
 * @param retryAfter in how many seconds to send it again, where that helps
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
    int line,
    int status,
    @Nullable String ratingId,
    @Nullable Boolean repeated,
    @Nullable Problem problem,
    @Nullable Long retryAfter) {

  static LineResult of(int line, Accepted accepted) {
    return new LineResult(line, 202, accepted.ratingId(), accepted.repeated(), null, null);
  }

  static LineResult of(int line, ProblemException refused) {
    Problem problem = refused.problem();
    return new LineResult(line, problem.status(), null, null, problem, refused.retryAfter());
  }
}
