@NullMarked
package dev.attune.intake.identity;

import org.jspecify.annotations.NullMarked;
