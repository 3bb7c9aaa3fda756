/**
 * The instrument catalogue (data) and the scoring engine (pure Java): what may be asked, which
 * answers are legal, and what they mean. It knows no other part of the system.
 */
@NullMarked
package dev.attune.instruments;

import org.jspecify.annotations.NullMarked;
