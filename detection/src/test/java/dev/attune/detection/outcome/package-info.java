@NullMarked
package dev.attune.detection.outcome;

import org.jspecify.annotations.NullMarked;
