package dev.attune.intake.domain;

import static java.util.Objects.requireNonNull;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.Rating;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A rating half read: what is missing or wrong is null, and noted. */
final class RatingDraft {

  private final Walk walk;
  private final Values values;
  private final ContextDraft context;
  private final RatingContent content = new RatingContent();

  private @Nullable String instrument;
  private @Nullable String language;
  private @Nullable String comment;
  private @Nullable Instant ratedAt;

  RatingDraft(Walk walk, Values values) {
    this.walk = walk;
    this.values = values;
    this.context = new ContextDraft(walk, values, Values.CLOCKS_DIFFER);
  }

  void read(String name) throws IOException {
    switch (name) {
      case "instrument" -> instrument = values.identifier();
      case "language" -> language = values.language();
      case "comment" -> comment = values.comment();
      case "ratedAt" -> ratedAt = values.past();
      case "answers", "keyedAtCapture", "scores", "declined" -> content.read(name, walk, values);
      default -> context.read(name);
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
    Perspective perspective = context.perspective();
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
    RatingContext about = context.toContext(tenant);
    return new Rating(
        tenant,
        about.episode(),
        about.client(),
        about.therapist(),
        about.population(),
        about.session(),
        requireNonNull(instrument),
        about.rater(),
        content.answers(),
        content.keyedAtCapture(),
        content.scores(),
        content.declined(),
        language,
        comment,
        requireNonNull(ratedAt));
  }

  static boolean isFor(Instrument definition, Perspective perspective) {
    return definition.perspectives().stream()
        .anyMatch(allowed -> allowed.name().equals(perspective.name()));
  }
}
