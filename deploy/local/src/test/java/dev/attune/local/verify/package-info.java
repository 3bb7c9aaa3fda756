/** Tests of this package. */
@NullMarked
package dev.attune.local.verify;

import org.jspecify.annotations.NullMarked;
