/**
 * The whole system on one machine: an embedded Kafka broker and PostgreSQL, the four services as
 * child processes, and the same servers as a seam for the tests of every module.
 */
@NullMarked
package dev.attune.local;

import org.jspecify.annotations.NullMarked;
