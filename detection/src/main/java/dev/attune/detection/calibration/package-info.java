/** Norms and thresholds from a clinic's own data. */
@NullMarked
package dev.attune.detection.calibration;

import org.jspecify.annotations.NullMarked;
