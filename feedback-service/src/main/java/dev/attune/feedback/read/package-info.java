/** What a person may see of the read model, in the shape in which they see it. */
@NullMarked
package dev.attune.feedback.read;

import org.jspecify.annotations.NullMarked;
