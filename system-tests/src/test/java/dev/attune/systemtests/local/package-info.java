/** The command {@code ./attune} as people use it. */
@NullMarked
package dev.attune.systemtests.local;

import org.jspecify.annotations.NullMarked;
