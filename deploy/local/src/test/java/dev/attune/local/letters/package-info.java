/** Tests of this package. */
@NullMarked
package dev.attune.local.letters;

import org.jspecify.annotations.NullMarked;
