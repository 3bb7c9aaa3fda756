package dev.attune.alert.domain;

import java.util.List;

/**
 * Everything that is kept of an episode: its history, and what was published about it.
 *
 * @param published in the order in which it was first published
 */
public record EpisodeState(History history, List<Published> published) {

  public EpisodeState {
    published = List.copyOf(published);
  }

  /** An episode of which nothing is known. */
  public static EpisodeState empty(String tenant, String episode) {
    return new EpisodeState(History.empty(tenant, episode), List.of());
  }

  /** Whether there is nothing to keep (any more). */
  public boolean isEmpty() {
    return history.isEmpty();
  }
}
