@NullMarked
package dev.attune.feedback.stream;

import org.jspecify.annotations.NullMarked;
