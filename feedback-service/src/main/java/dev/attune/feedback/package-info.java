/** Who should see what, and did they? The read model and the people who look at it. */
@NullMarked
package dev.attune.feedback;

import org.jspecify.annotations.NullMarked;
