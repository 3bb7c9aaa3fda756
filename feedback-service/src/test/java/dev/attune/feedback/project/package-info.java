@NullMarked
package dev.attune.feedback.project;

import org.jspecify.annotations.NullMarked;
