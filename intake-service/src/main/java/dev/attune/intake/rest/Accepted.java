package dev.attune.intake.rest;

/**
 * The answer to a rating that is on the log.
 *
 * @param ratingId the same for the same tenant, episode, session, instrument and rater
 * @param repeated a hint: this instance has, since its start, acknowledged an identical one last
 */
public record Accepted(String ratingId, boolean repeated) {}
