/** The local sign-in of the embedded system. */
@NullMarked
package dev.attune.feedback.identity;

import org.jspecify.annotations.NullMarked;
