package dev.attune.scoring.domain;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Score;

/** What becomes of a rating. */
public sealed interface Verdict {

  /** It means something, be it that too little was answered or that the person declined. */
  record Meaning(Score score) implements Verdict {}

  /** It cannot be scored. */
  record Unscorable(DeadReason reason) implements Verdict {}
}
