@NullMarked
package dev.attune.intake.domain;

import org.jspecify.annotations.NullMarked;
