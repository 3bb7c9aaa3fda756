package dev.attune.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One person's answers to one instrument about one session, with its whole context. Exactly one of
 * {@code answers}, {@code scores} and {@code declined} says what was rated.
 *
 * @param answers the raw answers in item order, null where an item was not answered; as they were
 *     displayed, unless {@code keyedAtCapture}
 * @param keyedAtCapture the sender stores reversed items reversed already, so {@code answers} holds
 *     them so
 * @param scores scale scores by scale id, where only totals are known
 * @param declined the person chose not to rate
 * @param language of the form that was answered, ISO 639-1, where it is known
 * @param comment free text for therapist and client; never in logs, metrics, traces or errors
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Rating(
    String tenant,
    String episode,
    String client,
    String therapist,
    Population population,
    SessionRef session,
    String instrument,
    Rater rater,
    @Nullable List<@Nullable BigDecimal> answers,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean keyedAtCapture,
    @Nullable Map<String, BigDecimal> scores,
    boolean declined,
    @Nullable String language,
    @Nullable String comment,
    Instant ratedAt) {

  public Rating {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("client", client);
    Identifiers.require("therapist", therapist);
    Identifiers.require("instrument", instrument);
    Required.field("population", population);
    Required.field("session", session);
    Required.field("rater", rater);
    Required.field("ratedAt", ratedAt);
    int kinds = (answers == null ? 0 : 1) + (scores == null ? 0 : 1) + (declined ? 1 : 0);
    if (kinds != 1) {
      throw new IllegalArgumentException(
          "a rating holds exactly one of answers, scores and declined, this one " + kinds);
    }
    if (keyedAtCapture && answers == null) {
      throw new IllegalArgumentException("only answers are keyed at capture");
    }
    Language.requireIfPresent(language);
    answers = answers == null ? null : Collections.unmodifiableList(new ArrayList<>(answers));
    scores = scores == null ? null : Collections.unmodifiableMap(new TreeMap<>(scores));
  }

  /** The identity of this rating. */
  @JsonIgnore
  public RatingKey key() {
    return new RatingKey(
        tenant, episode, session.id(), instrument, rater.perspective(), rater.id());
  }
}
