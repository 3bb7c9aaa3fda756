@NullMarked
package dev.attune.intake.rest;

import org.jspecify.annotations.NullMarked;
