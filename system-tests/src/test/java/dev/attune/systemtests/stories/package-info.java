/** What people and their systems go through, from a rating to the screen. */
@NullMarked
package dev.attune.systemtests.stories;

import org.jspecify.annotations.NullMarked;
