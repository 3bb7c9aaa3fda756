/** Known methods that tell a change in a series of numbers, each with its published values. */
@NullMarked
package dev.attune.detection.primitives;

import org.jspecify.annotations.NullMarked;
