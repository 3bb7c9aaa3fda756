/** The web pages: what a person sees, in that person's language. */
@NullMarked
package dev.attune.feedback.pages;

import org.jspecify.annotations.NullMarked;
