@NullMarked
package dev.attune.detection;

import org.jspecify.annotations.NullMarked;
