/** PostgreSQL: its schema, its tenants, its rows. */
@NullMarked
package dev.attune.feedback.store;

import org.jspecify.annotations.NullMarked;
