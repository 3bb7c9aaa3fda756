@NullMarked
package dev.attune.detection.calibration;

import org.jspecify.annotations.NullMarked;
