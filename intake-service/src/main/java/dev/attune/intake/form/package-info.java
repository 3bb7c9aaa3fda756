/** The rating form: links that lead to it, its pages, and what is sent with it. */
@NullMarked
package dev.attune.intake.form;

import org.jspecify.annotations.NullMarked;
