@NullMarked
package dev.attune.feedback.domain;

import org.jspecify.annotations.NullMarked;
