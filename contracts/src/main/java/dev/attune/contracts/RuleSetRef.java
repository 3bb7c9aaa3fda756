package dev.attune.contracts;

/** Which rule set, and which version of it, judged a history. */
public record RuleSetRef(String id, String version) {

  public RuleSetRef {
    Required.field("id", id);
    Required.field("version", version);
  }
}
