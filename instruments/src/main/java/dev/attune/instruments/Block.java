package dev.attune.instruments;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Questions that are asked beside an instrument's items and count in none of its scales. Their
 * answers follow those of the items, block after block, null where a block was not asked.
 *
 * @param id unique within the instrument
 * @param label what it is about, by language
 * @param asked when it is
 * @param perspectives of whom
 * @param items numbered on from the instrument's own
 */
public record Block(
    String id,
    Map<String, String> label,
    Occasion asked,
    Set<Perspective> perspectives,
    List<Item> items) {

  public Block {
    label = Ordered.map(label);
    perspectives = Ordered.set(perspectives);
    items = Ordered.list(items);
  }

  /** When a block is asked. */
  public enum Occasion {
    ALWAYS,
    /** When the session was held by video or telephone. */
    TELEHEALTH,
    /** When the session was held in a group. */
    GROUP
  }
}
