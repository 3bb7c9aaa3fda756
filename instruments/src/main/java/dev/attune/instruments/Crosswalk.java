package dev.attune.instruments;

import java.util.List;

/**
 * Which items of a longer form a short form is made of.
 *
 * @param from the id of the longer form
 * @param items its item numbers, in the order of the short form's items
 */
public record Crosswalk(String from, List<Integer> items, List<Provenance> provenance) {

  public Crosswalk {
    items = Ordered.list(items);
    provenance = Ordered.list(provenance);
  }
}
