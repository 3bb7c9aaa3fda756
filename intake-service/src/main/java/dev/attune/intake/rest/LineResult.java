package dev.attune.intake.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.attune.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a batch.
 *
 * @param line its place in the batch from 1, blank lines counted
 * @param status as if the rating had been sent alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LineResult(
    int line,
    int status,
    @Nullable String ratingId,
    @Nullable Boolean repeated,
    @Nullable Problem problem) {

  static LineResult of(int line, Accepted accepted) {
    return new LineResult(line, 202, accepted.ratingId(), accepted.repeated(), null);
  }

  static LineResult of(int line, Problem problem) {
    return new LineResult(line, problem.status(), null, null, problem);
  }
}
