@NullMarked
package dev.attune.intake.form;

import org.jspecify.annotations.NullMarked;
