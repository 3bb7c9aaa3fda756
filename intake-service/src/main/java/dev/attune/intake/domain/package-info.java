/** Is it a legal rating? Decided in plain Java: no framework, no clock, no input or output. */
@NullMarked
package dev.attune.intake.domain;

import org.jspecify.annotations.NullMarked;
