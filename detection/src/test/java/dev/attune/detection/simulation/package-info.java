@NullMarked
package dev.attune.detection.simulation;

import org.jspecify.annotations.NullMarked;
