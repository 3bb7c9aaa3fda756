/** Loading ratings through the public API: from a CSV file, or made for a demonstration. */
@NullMarked
package dev.attune.local.load;

import org.jspecify.annotations.NullMarked;
