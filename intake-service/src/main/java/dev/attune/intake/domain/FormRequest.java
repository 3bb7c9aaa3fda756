package dev.attune.intake.domain;

import java.time.Duration;

/**
 * What is asked for: a form, and a link that leads to it.
 *
 * @param validFor how long the link leads there
 */
public record FormRequest(FormOrder order, Duration validFor) {}
