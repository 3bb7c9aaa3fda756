@NullMarked
package dev.attune.feedback.identity;

import org.jspecify.annotations.NullMarked;
