/** Which part may depend on which, read from the compiled classes of all modules. */
@NullMarked
package dev.attune.systemtests.architecture;

import org.jspecify.annotations.NullMarked;
