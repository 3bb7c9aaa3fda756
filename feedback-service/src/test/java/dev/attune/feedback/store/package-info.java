@NullMarked
package dev.attune.feedback.store;

import org.jspecify.annotations.NullMarked;
