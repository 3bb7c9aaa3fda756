package dev.attune.intake.domain;

import dev.attune.contracts.Perspective;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what a form is to ask, and whom: a form that can be made, or everything wrong with it. */
public final class FormRequestReader {

  /** A link lasts a day where nothing else is said. */
  static final int USUAL_HOURS = 24;

  /** The longest that a link may last: two weeks. */
  static final int MAX_HOURS = 14 * 24;

  /** More in one sitting is too much to ask of anybody. */
  static final int MAX_INSTRUMENTS = 5;

  private static final Fields FIELDS =
      Fields.of(
          "episode",
          "client",
          "therapist",
          "population",
          "session",
          "rater",
          "instruments",
          "language?",
          "kiosk?",
          "validHours?");

  private final Catalogue catalogue;
  private final List<String> languages;

  /**
   * A reader.
   *
   * @param languages those in which forms speak, as ISO 639 codes
   */
  public FormRequestReader(Catalogue catalogue, List<String> languages) {
    this.catalogue = catalogue;
    this.languages = List.copyOf(languages);
  }

  /**
   * Reads a request.
   *
   * @param tenant the caller's clinic
   * @param now a session that begins later than the longest link lasts is refused
   */
  public Reading<FormRequest> read(byte[] body, String tenant, Instant now) {
    var faults = new Faults();
    return Walk.over(
        body,
        faults,
        walk -> {
          var draft = new Draft(walk, new Values(walk, now), languages);
          walk.body(FIELDS, draft::read);
          draft.check(catalogue, faults);
          return faults.none() ? draft.toRequest(tenant) : null;
        });
  }

  /** A request half read. */
  private static final class Draft {

    private final Walk walk;
    private final Values values;
    private final List<String> languages;
    private final ContextDraft context;
    private final List<@Nullable String> instruments = new ArrayList<>();
    private final List<FormOrder.Asked> asked = new ArrayList<>();

    private boolean listed;
    private @Nullable String language;
    private boolean kiosk;
    private @Nullable Integer validHours;

    Draft(Walk walk, Values values, List<String> languages) {
      this.walk = walk;
      this.values = values;
      this.languages = languages;
      this.context = new ContextDraft(walk, values, Duration.ofHours(MAX_HOURS));
    }

    void read(String name) throws IOException {
      switch (name) {
        case "instruments" -> listed = walk.array(this::readInstrument);
        case "language" -> language = values.oneOf(languages);
        case "kiosk" -> kiosk = walk.flag();
        case "validHours" -> validHours = values.whole(MAX_HOURS);
        default -> context.read(name);
      }
    }

    private void readInstrument() throws IOException {
      if (walk.isNull()) {
        walk.fault("must be a string");
      }
      String id = walk.isNull() ? null : values.identifier();
      if (instruments.size() <= MAX_INSTRUMENTS) {
        instruments.add(id);
      }
    }

    void check(Catalogue catalogue, Faults faults) {
      if (listed && (instruments.isEmpty() || instruments.size() > MAX_INSTRUMENTS)) {
        faults.add("/instruments", "must hold 1 to " + MAX_INSTRUMENTS + " instruments");
      }
      Set<String> before = new HashSet<>();
      for (int i = 0; i < instruments.size(); i++) {
        String id = instruments.get(i);
        if (id != null) {
          check("/instruments/" + i, id, before.add(id), catalogue, faults);
        }
      }
    }

    private void check(String place, String id, boolean first, Catalogue catalogue, Faults faults) {
      Instrument definition = catalogue.find(id).orElse(null);
      Perspective perspective = context.perspective();
      if (definition == null) {
        faults.add(place, "is not in the catalogue");
      } else if (!first) {
        faults.add(place, "is there twice");
      } else if (perspective != null && !RatingDraft.isFor(definition, perspective)) {
        faults.add(place, "is not made for this perspective");
      } else {
        asked.add(new FormOrder.Asked(definition.id(), definition.version()));
      }
    }

    FormRequest toRequest(String tenant) {
      int hours = validHours == null ? USUAL_HOURS : validHours;
      return new FormRequest(
          new FormOrder(context.toContext(tenant), asked, language, kiosk),
          Duration.ofHours(hours));
    }
  }
}
