@NullMarked
package dev.attune.feedback.pages;

import org.jspecify.annotations.NullMarked;
