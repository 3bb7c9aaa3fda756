/** Load and replay, each beside its limit measured in the same run. */
@NullMarked
package dev.attune.benchmarks;

import org.jspecify.annotations.NullMarked;
