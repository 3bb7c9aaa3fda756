@NullMarked
package dev.attune.intake.log;

import org.jspecify.annotations.NullMarked;
