/**
 * Series of ratings with known truth. In the main sources because the demo clinic, the benchmark
 * and the tests of several modules draw from the same generator.
 */
@NullMarked
package dev.attune.detection.simulation;

import org.jspecify.annotations.NullMarked;
