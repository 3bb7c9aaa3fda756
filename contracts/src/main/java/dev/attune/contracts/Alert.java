package dev.attune.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A possible strain in the alliance, or with severity {@code INFO} a mark on a session; its whole
 * state each time.
 *
 * @param id computed from what the alert is about (tenant, episode, series, rule family, session at
 *     which it opened)
 * @param revision counts the states published under this id, from 1; a reader ignores a state whose
 *     revision is not above the one it holds
 * @param family the rule family; at most one alert per series and family is open at a time
 * @param rule the rule that raised it, e.g. {@code SRS-01}
 * @param instrument the instrument of the series
 * @param rater whose ratings the series consists of
 * @param openedAt the session at which it opened
 * @param explanation one English sentence with the numbers and the expected error
 * @param suggestion the id of the suggestion for the conversation
 * @param baselineResetOffered after an unrepaired strain the expectation may be started anew
 * @param steps the life so far, in the order of sessions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Alert(
    String tenant,
    String episode,
    String client,
    String therapist,
    String id,
    long revision,
    String family,
    String rule,
    RuleSetRef ruleSet,
    Severity severity,
    AlertStatus status,
    String instrument,
    Rater rater,
    SessionRef openedAt,
    Evidence evidence,
    String explanation,
    @Nullable String suggestion,
    boolean baselineResetOffered,
    List<AlertStep> steps) {

  public Alert {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("client", client);
    Identifiers.require("therapist", therapist);
    Identifiers.require("alert", id);
    Required.field("family", family);
    Required.field("rule", rule);
    Required.field("ruleSet", ruleSet);
    Required.field("severity", severity);
    Required.field("status", status);
    Required.field("instrument", instrument);
    Required.field("rater", rater);
    Required.field("openedAt", openedAt);
    Required.field("evidence", evidence);
    Required.field("explanation", explanation);
    Required.field("steps", steps);
    if (revision < 1) {
      throw new IllegalArgumentException("an alert's revision counts from 1, was " + revision);
    }
    steps = List.copyOf(steps);
  }

  /** The identity of this alert. */
  @JsonIgnore
  public AlertKey key() {
    return new AlertKey(tenant, episode, id);
  }

  /** A mark belongs to its session: shown with it, but never in the work list and never pushed. */
  @JsonIgnore
  public boolean isMark() {
    return severity == Severity.INFO;
  }
}
