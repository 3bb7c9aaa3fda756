package dev.attune.detection;

/** A rule set that cannot be used; the message tells where in the file and why. */
public final class RuleSetFault extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  RuleSetFault(String ruleSet, String fault) {
    super("rule set " + ruleSet + ": " + fault);
  }
}
