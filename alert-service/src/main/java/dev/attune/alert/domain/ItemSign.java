package dev.attune.alert.domain;

import dev.attune.contracts.Evidence.ItemEvidence;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * An item that a rule names.
 *
 * @param item its number from 1
 * @param usual the mean of this person's earlier answers to it, in millionths of a point
 * @param highlighted far below the person's other items of the session
 */
record ItemSign(int item, BigDecimal answer, @Nullable Long usual, boolean highlighted) {

  ItemEvidence evidence() {
    return new ItemEvidence(
        item, answer, usual == null ? null : Micros.decimal(usual), highlighted);
  }
}
