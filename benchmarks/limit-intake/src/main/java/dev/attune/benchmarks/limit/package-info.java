/** The limit of intake: bytes from HTTP to Kafka, nothing between. */
@NullMarked
package dev.attune.benchmarks.limit;

import org.jspecify.annotations.NullMarked;
