@NullMarked
package dev.attune.detection.published;

import org.jspecify.annotations.NullMarked;
