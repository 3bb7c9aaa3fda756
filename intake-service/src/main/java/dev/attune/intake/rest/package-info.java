/** The HTTP of intake: ratings one by one and in batches, sessions, instruments. */
@NullMarked
package dev.attune.intake.rest;

import org.jspecify.annotations.NullMarked;
