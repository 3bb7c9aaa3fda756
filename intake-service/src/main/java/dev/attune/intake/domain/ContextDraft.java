package dev.attune.intake.domain;

import static java.util.Objects.requireNonNull;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a rating is about, half read: what is missing or wrong is null, and noted. */
final class ContextDraft {

  private static final Fields SESSION = Fields.of("id", "number?", "heldAt", "setting", "delivery");
  private static final Fields RATER = Fields.of("perspective", "id");

  private final Walk walk;
  private final Values values;
  private final Duration sessionAhead;

  private @Nullable String episode;
  private @Nullable String client;
  private @Nullable String therapist;
  private @Nullable Population population;
  private @Nullable String sessionId;
  private @Nullable Integer sessionNumber;
  private @Nullable Instant heldAt;
  private @Nullable Setting setting;
  private @Nullable Delivery delivery;
  private @Nullable Perspective perspective;
  private @Nullable String raterId;

  /**
   * A context of which nothing is read yet.
   *
   * @param sessionAhead how far ahead the session may lie
   */
  ContextDraft(Walk walk, Values values, Duration sessionAhead) {
    this.walk = walk;
    this.values = values;
    this.sessionAhead = sessionAhead;
  }

  void read(String name) throws IOException {
    switch (name) {
      case "episode" -> episode = values.identifier();
      case "client" -> client = values.identifier();
      case "therapist" -> therapist = values.identifier();
      case "population" -> population = values.oneOf(Population.values());
      case "session" -> walk.object(SESSION, this::readSession);
      case "rater" -> walk.object(RATER, this::readRater);
      default -> throw new IllegalStateException("declared, but not read: " + name);
    }
  }

  private void readSession(String name) throws IOException {
    switch (name) {
      case "id" -> sessionId = values.identifier();
      case "number" -> sessionNumber = values.sessionNumber();
      case "heldAt" -> heldAt = values.planned(sessionAhead);
      case "setting" -> setting = values.oneOf(Setting.values());
      case "delivery" -> delivery = values.oneOf(Delivery.values());
      default -> throw new IllegalStateException("declared, but not read: " + name);
    }
  }

  private void readRater(String name) throws IOException {
    switch (name) {
      case "perspective" -> perspective = values.oneOf(Perspective.values());
      case "id" -> raterId = values.identifier();
      default -> throw new IllegalStateException("declared, but not read: " + name);
    }
  }

  /** Who rates from which point of view, where that is known. */
  @Nullable Perspective perspective() {
    return perspective;
  }

  RatingContext toContext(String tenant) {
    return new RatingContext(
        tenant,
        requireNonNull(episode),
        requireNonNull(client),
        requireNonNull(therapist),
        requireNonNull(population),
        new SessionRef(
            requireNonNull(sessionId),
            sessionNumber,
            requireNonNull(heldAt),
            requireNonNull(setting),
            requireNonNull(delivery)),
        new Rater(requireNonNull(perspective), requireNonNull(raterId)));
  }
}
