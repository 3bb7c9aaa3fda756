@NullMarked
package dev.attune.detection.dyad;

import org.jspecify.annotations.NullMarked;
