/**
 * The invariants as small pure functions from what was seen to what is wrong with it; each is
 * proven by a planted bug.
 */
@NullMarked
package dev.attune.systemtests.check;

import org.jspecify.annotations.NullMarked;
