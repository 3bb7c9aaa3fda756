/**
 * Strain? Repair? Reads scores and sessions, keeps each episode's history and publishes what the
 * rules find in it.
 */
@NullMarked
package dev.attune.alert;

import org.jspecify.annotations.NullMarked;
