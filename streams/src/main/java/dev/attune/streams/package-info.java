/**
 * Kafka Streams in Quarkus, as two services share it: life cycle, health, metrics, dead letters.
 *
 * <p>A service writes a {@link dev.attune.streams.Step} per topic it reads, puts its steps and
 * stores together in a {@link dev.attune.streams.StreamsApplication}, and produces that as a bean;
 * {@link dev.attune.streams.StreamsLifecycle} runs it.
 */
@NullMarked
package dev.attune.streams;

import org.jspecify.annotations.NullMarked;
