package dev.attune.alert.domain;

import dev.attune.contracts.AlertKey;
import dev.attune.contracts.StableId;

/**
 * What an alert or mark is about: its identity within the episode.
 *
 * @param family the rule family, for a mark the rule's own id
 * @param session the id of the session at which it opened
 */
public record AlertName(Series series, String family, String session) {

  /** The alert's key on the log. */
  public AlertKey key(String tenant, String episode) {
    String id = StableId.of("alt", tenant, episode, series.text(), family, session);
    return new AlertKey(tenant, episode, id);
  }
}
