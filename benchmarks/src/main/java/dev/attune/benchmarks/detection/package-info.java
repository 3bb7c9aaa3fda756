/** The detector on series with known truth, beside naive rules and the limit. */
@NullMarked
package dev.attune.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
