/** What tests of this service stand on. */
@NullMarked
package dev.attune.feedback.testing;

import org.jspecify.annotations.NullMarked;
