/**
 * What one person's next score is expected to be, and the rule sets that judge a deviation from it.
 * Pure Java, without clock, randomness, framework or I/O beyond reading its own data.
 */
@NullMarked
package dev.attune.detection;

import org.jspecify.annotations.NullMarked;
