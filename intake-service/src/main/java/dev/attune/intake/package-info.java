/** intake-service: is it a legal rating? Then it is on the log. */
@NullMarked
package dev.attune.intake;

import org.jspecify.annotations.NullMarked;
