/** What must hold whatever is killed. */
@NullMarked
package dev.attune.systemtests.faults;

import org.jspecify.annotations.NullMarked;
