/** What a rating means: a pure function of the rating and the catalogue of instruments. */
@NullMarked
package dev.attune.scoring.domain;

import org.jspecify.annotations.NullMarked;
