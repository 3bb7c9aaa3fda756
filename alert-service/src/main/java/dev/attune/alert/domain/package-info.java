/**
 * From an episode's history to its alerts: pure functions, without clock, randomness, framework or
 * I/O. The same history gives the same alerts, in whatever order its ratings arrived.
 */
@NullMarked
package dev.attune.alert.domain;

import org.jspecify.annotations.NullMarked;
