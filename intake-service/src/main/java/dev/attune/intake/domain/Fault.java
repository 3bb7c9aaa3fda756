package dev.attune.intake.domain;

/**
 * One thing wrong with a body.
 *
 * @param pointer JSON Pointer (RFC 6901) to the place; empty for the whole body
 * @param message what is wrong there, without repeating a value
 */
public record Fault(String pointer, String message) {}
