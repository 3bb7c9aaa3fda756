package dev.attune.feedback.project;

/** A session of which something has changed. */
record Touched(String tenant, String episode, String session) {}
