/**
 * The way to the log: one Kafka producer, watched in the background, that never makes anyone wait.
 */
@NullMarked
package dev.attune.intake.log;

import org.jspecify.annotations.NullMarked;
