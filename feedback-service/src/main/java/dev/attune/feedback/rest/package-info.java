/** The HTTP interface. */
@NullMarked
package dev.attune.feedback.rest;

import org.jspecify.annotations.NullMarked;
