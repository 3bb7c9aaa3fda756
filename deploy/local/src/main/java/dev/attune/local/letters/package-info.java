/** Dead letters: what they are, and how they are driven again. */
@NullMarked
package dev.attune.local.letters;

import org.jspecify.annotations.NullMarked;
