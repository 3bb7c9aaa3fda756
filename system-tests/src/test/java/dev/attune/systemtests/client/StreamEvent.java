package dev.attune.systemtests.client;

import com.fasterxml.jackson.databind.JsonNode;

/** One event of the stream. */
public record StreamEvent(long id, String type, JsonNode data) {}
