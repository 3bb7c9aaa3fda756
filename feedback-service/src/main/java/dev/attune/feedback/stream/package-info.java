/** The feed of a recipient as server-sent events. */
@NullMarked
package dev.attune.feedback.stream;

import org.jspecify.annotations.NullMarked;
