package dev.attune.web;

/**
 * One thing wrong with a request.
 *
 * @param pointer JSON Pointer (RFC 6901) to the place in the body; empty for the whole of it
 * @param message what is wrong there, without repeating personal data
 */
public record Fault(String pointer, String message) {}
