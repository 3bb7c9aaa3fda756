/** Reads ratings, publishes scores: the edge of the service. */
@NullMarked
package dev.attune.scoring;

import org.jspecify.annotations.NullMarked;
