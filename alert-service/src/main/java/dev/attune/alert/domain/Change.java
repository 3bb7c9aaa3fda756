package dev.attune.alert.domain;

import java.util.List;

/**
 * What follows from a changed history.
 *
 * @param next what is to be kept; empty where it is to be forgotten
 * @param publications in this order
 */
public record Change(EpisodeState next, List<Publication> publications) {

  public Change {
    publications = List.copyOf(publications);
  }
}
