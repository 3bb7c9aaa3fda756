package dev.attune.systemtests.architecture.planted.other;

/** Nobody else's business. */
public record Secret(String value) {}
