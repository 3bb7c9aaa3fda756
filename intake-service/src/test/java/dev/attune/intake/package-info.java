@NullMarked
package dev.attune.intake;

import org.jspecify.annotations.NullMarked;
