@NullMarked
package dev.attune.detection.primitives;

import org.jspecify.annotations.NullMarked;
