/** What the architecture forbids, by where it stands. */
@NullMarked
package dev.attune.systemtests.architecture.planted.one;

import org.jspecify.annotations.NullMarked;
