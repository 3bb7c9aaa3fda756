/** How client and therapist, or two partners, see the same sessions. */
@NullMarked
package dev.attune.detection.dyad;

import org.jspecify.annotations.NullMarked;
