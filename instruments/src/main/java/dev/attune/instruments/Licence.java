package dev.attune.instruments;

import org.jspecify.annotations.Nullable;

/**
 * What the licence of an instrument allows.
 *
 * @param spdx the SPDX id of the wording's licence, or {@code PublicDomain}
 * @param holder who holds the rights
 * @param note what a deployer should know
 */
public record Licence(Gate gate, @Nullable String spdx, String holder, @Nullable String note) {

  /** What may be done without asking. */
  public enum Gate {
    /** The wording may ship. */
    OPEN,
    /** Numbers and key ship; the wording is the licensed site's own text pack. */
    KEY_ONLY,
    /** As before, and no screen may ask the items until a licence is recorded. */
    BLOCKED_ELECTRONIC,
    /** The key is not public; the deployer supplies it. */
    CUSTOM_PACK
  }
}
