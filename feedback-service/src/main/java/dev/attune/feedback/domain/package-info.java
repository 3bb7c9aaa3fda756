/** Decisions in plain Java: who is told what, and what is expected of an episode. */
@NullMarked
package dev.attune.feedback.domain;

import org.jspecify.annotations.NullMarked;
