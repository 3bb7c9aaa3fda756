/**
 * Whether log, scores, alerts and read model agree. What decides is {@link
 * dev.attune.local.verify.Comparison}, a pure function.
 */
@NullMarked
package dev.attune.local.verify;

import org.jspecify.annotations.NullMarked;
