package dev.attune.contracts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a therapy session.
 *
 * @param number its place among the attended sessions of the episode, from 1, where the sender
 *     knows it
 * @param at when it began, or was to begin
 */
public record SessionRecord(
    String tenant,
    String episode,
    String client,
    String therapist,
    String session,
    @Nullable Integer number,
    SessionStatus status,
    Instant at,
    Setting setting,
    Delivery delivery) {

  public SessionRecord {
    Identifiers.require("tenant", tenant);
    Identifiers.require("episode", episode);
    Identifiers.require("client", client);
    Identifiers.require("therapist", therapist);
    Identifiers.require("session", session);
    Required.field("status", status);
    Required.field("at", at);
    Required.field("setting", setting);
    Required.field("delivery", delivery);
    if (number != null && number < 1) {
      throw new IllegalArgumentException("a session's number counts from 1, was " + number);
    }
  }

  /** The identity of this session. */
  @JsonIgnore
  public SessionKey key() {
    return new SessionKey(tenant, episode, session);
  }
}
