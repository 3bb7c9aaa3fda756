/** From the log into PostgreSQL: the read model equals the log. */
@NullMarked
package dev.attune.feedback.project;

import org.jspecify.annotations.NullMarked;
