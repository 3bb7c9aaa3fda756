package dev.attune.intake.domain;

import static java.util.Objects.requireNonNull;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.Rating;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rating half read: what is missing or wrong is null, and noted. */
final class RatingDraft {

  private static final Fields SESSION = Fields.of("id", "number?", "heldAt", "setting", "delivery");
  private static final Fields RATER = Fields.of("perspective", "id");

  private final Walk walk;
  private final Values values;
  private final RatingContent content = new RatingContent();

  private @Nullable String episode;
  private @Nullable String client;
  private @Nullable String therapist;
  private @Nullable Population population;
  private @Nullable String sessionId;
  private @Nullable Integer sessionNumber;
  private @Nullable Instant heldAt;
  private @Nullable Setting setting;
  private @Nullable Delivery delivery;
  private @Nullable String instrument;
  private @Nullable Perspective perspective;
  private @Nullable String raterId;
  private @Nullable String comment;
  private @Nullable Instant ratedAt;

  RatingDraft(Walk walk, Values values) {
    this.walk = walk;
    this.values = values;
  }

  void read(String name) throws IOException {
    switch (name) {
      case "episode" -> episode = values.identifier();
      case "client" -> client = values.identifier();
      case "therapist" -> therapist = values.identifier();
      case "population" -> population = values.oneOf(Population.values());
      case "session" -> walk.object(SESSION, this::readSession);
      case "instrument" -> instrument = values.identifier();
      case "rater" -> walk.object(RATER, this::readRater);
      case "comment" -> comment = values.comment();
      case "ratedAt" -> ratedAt = values.past();
      case "answers", "scores", "declined" -> content.read(name, walk, values);
      default -> throw new IllegalStateException("declared, but not read: " + name);
    }
  }

  private void readSession(String name) throws IOException {
    switch (name) {
      case "id" -> sessionId = values.identifier();
      case "number" -> sessionNumber = values.sessionNumber();
      case "heldAt" -> heldAt = values.past();
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

  RatingContent content() {
    return content;
  }

  /** The definition of the instrument, where it is known; notes where it is not, or not for him. */
  @Nullable Instrument instrument(Catalogue catalogue, Faults faults) {
    if (instrument == null) {
      return null;
    }
    Instrument definition = catalogue.find(instrument).orElse(null);
    if (definition == null) {
      faults.add("/instrument", "is not in the catalogue");
    } else if (perspective != null && !isFor(definition, perspective)) {
      faults.add("/rater/perspective", "is none that this instrument is made for");
    }
    return definition;
  }

  // A class file does not tell that a record's list may hold nulls.
  @SuppressWarnings("NullAway")
  Rating toRating(String tenant) {
    return new Rating(
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
        requireNonNull(instrument),
        new Rater(requireNonNull(perspective), requireNonNull(raterId)),
        content.answers(),
        content.scores(),
        content.declined(),
        comment,
        requireNonNull(ratedAt));
  }

  private static boolean isFor(Instrument definition, Perspective perspective) {
    return definition.perspectives().stream()
        .anyMatch(allowed -> allowed.name().equals(perspective.name()));
  }
}
