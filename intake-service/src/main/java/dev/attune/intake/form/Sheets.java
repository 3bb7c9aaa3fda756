package dev.attune.intake.form;

import dev.attune.instruments.FormGate;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.packs.Packs;
import dev.attune.intake.domain.FormOrder;
import dev.attune.intake.domain.Questionnaire;
import dev.attune.intake.domain.Showing;
import dev.attune.intake.domain.Showing.Obstacle;
import dev.attune.web.Languages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what is asked on a form: the same for the page and for what is sent with it. */
@Singleton
class Sheets {

  private static final List<String> LANGUAGES =
      Languages.SPOKEN.stream().map(Locale::getLanguage).toList();

  private final Packs packs;
  private final Clock clock;

  Sheets(Packs packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  /**
   * What stands on a form.
   *
   * @param shown what may be shown
   * @param withheld what may not
   */
  record Sheet(List<Questionnaire> shown, List<Withheld> withheld) {

    /** Why nothing can be asked; null where something can. */
    @Nullable Closed closed() {
      return shown.isEmpty() ? Closed.valueOf(withheld.getFirst().reason().name()) : null;
    }
  }

  /** An instrument that may not be shown. */
  record Withheld(String instrument, Obstacle reason) {}

  /** The form of an order; empty where an instrument has changed since the order was made. */
  Optional<Sheet> of(FormOrder order) {
    List<Questionnaire> shown = new ArrayList<>();
    List<Withheld> withheld = new ArrayList<>();
    for (FormOrder.Asked asked : order.instruments()) {
      Instrument instrument = packs.catalogue().find(asked.id()).orElse(null);
      if (instrument == null || !instrument.version().equals(asked.version())) {
        return Optional.empty();
      }
      var form =
          Questionnaire.of(
              instrument, order.about().rater().perspective(), order.about().session());
      Showing.obstacle(form, gate(instrument, order), LANGUAGES)
          .ifPresentOrElse(
              why -> withheld.add(new Withheld(asked.id(), why)), () -> shown.add(form));
    }
    return Optional.of(new Sheet(shown, withheld));
  }

  private FormGate gate(Instrument instrument, FormOrder order) {
    return FormGate.decide(
        instrument, packs.licences(), order.about().tenant(), LocalDate.now(clock));
  }

  /** The language in which a questionnaire is shown to somebody who asks for this one. */
  static String language(Questionnaire shown, String asked) {
    List<String> best = Stream.concat(Stream.of(asked), LANGUAGES.stream()).toList();
    return Showing.language(shown, best).orElseThrow();
  }
}
