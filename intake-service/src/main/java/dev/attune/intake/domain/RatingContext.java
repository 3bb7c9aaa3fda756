package dev.attune.intake.domain;

import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.SessionRef;

/** What a rating is about and who makes it: all of it but the answers. */
public record RatingContext(
    String tenant,
    String episode,
    String client,
    String therapist,
    Population population,
    SessionRef session,
    Rater rater) {}
