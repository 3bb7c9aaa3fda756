@NullMarked
package dev.attune.benchmarks.detection;

import org.jspecify.annotations.NullMarked;
