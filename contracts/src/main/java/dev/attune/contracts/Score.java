package dev.attune.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rating means. It depends on its rating and the instrument's definition alone, so scoring
 * the same rating again gives an equal score.
 *
 * @param definition the version of the instrument's definition that was used
 * @param norms the version of the norms that were used for {@code t}, where there are any
 * @param state how far the rating could be scored
 * @param total the total score on the instrument's own metric, where it has one
 * @param pomp the total as percent of maximum possible, 0 to 100
 * @param t the total as T score (mean 50, standard deviation 10 of the norm population)
 * @param scales every scale, subscales and total, in the order of the definition
 * @param answers the raw answers in item order; empty where only totals are known or the person
 *     declined
 * @param comment free text for therapist and client; never in logs, metrics, traces or errors
 */
public record Score(
    String tenant,
    String episode,
    String client,
    String therapist,
    Population population,
    SessionRef session,
    String instrument,
    String definition,
    @Nullable String norms,
    Rater rater,
    ScoreState state,
    @Nullable BigDecimal total,
    @Nullable BigDecimal pomp,
    @Nullable BigDecimal t,
    List<ScaleScore> scales,
    List<@Nullable BigDecimal> answers,
    List<Flag> flags,
    @Nullable String comment,
    Instant ratedAt) {

  public Score {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("client", client);
    Identifiers.require("therapist", therapist);
    Identifiers.require("instrument", instrument);
    Required.field("population", population);
    Required.field("session", session);
    Required.field("definition", definition);
    Required.field("rater", rater);
    Required.field("state", state);
    Required.field("scales", scales);
    Required.field("answers", answers);
    Required.field("flags", flags);
    Required.field("ratedAt", ratedAt);
    scales = List.copyOf(scales);
    answers = Collections.unmodifiableList(new ArrayList<>(answers));
    flags = List.copyOf(flags);
  }

  /** The identity of the rating this is the score of. */
  @JsonIgnore
  public RatingKey key() {
    return new RatingKey(
        tenant, episode, session.id(), instrument, rater.perspective(), rater.id());
  }
}
