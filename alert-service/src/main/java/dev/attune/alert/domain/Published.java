package dev.attune.alert.domain;

import dev.attune.contracts.Severity;

/**
 * What is remembered of an alert or mark on the log.
 *
 * @param rule the rule that raised it
 * @param severity the last one published
 * @param revision the last one published, from 1
 * @param standing whether it stands, or how it was taken back
 * @param fingerprint of what was published last
 */
public record Published(
    AlertName name,
    String rule,
    Severity severity,
    long revision,
    Standing standing,
    long fingerprint) {

  /** Whether what was published stands. */
  public enum Standing {
    STANDS,
    /** A correction removed its cause; it still tells its numbers. */
    RETRACTED,
    /** The rating it rested on was erased, and its numbers with it. */
    EMPTIED
  }

  /** The next one published of a finding. */
  static Published of(Finding finding, long revision, long fingerprint) {
    return new Published(
        finding.name(),
        finding.rule().id(),
        finding.severity(),
        revision,
        Standing.STANDS,
        fingerprint);
  }

  Published takenBack(Standing how) {
    return new Published(name, rule, severity, revision + 1, how, fingerprint);
  }
}
