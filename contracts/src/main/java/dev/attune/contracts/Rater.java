package dev.attune.contracts;

/** Who rated, and from which point of view. */
public record Rater(Perspective perspective, String id) {

  public Rater {
    Identifiers.require("rater", id);
    Required.field("perspective", perspective);
  }
}
