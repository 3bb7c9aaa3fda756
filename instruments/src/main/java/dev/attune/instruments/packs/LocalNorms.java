package dev.attune.instruments.packs;

import dev.attune.instruments.Instrument;
import dev.attune.instruments.Norm;
import dev.attune.instruments.Source;
import java.util.List;
import java.util.Optional;

/** Adds the norms of a site to an instrument. */
final class LocalNorms {

  private LocalNorms() {}

  /** The instrument with the norms before its own; empty where they do not fit it. */
  static Optional<Instrument> add(
      SiteNorms norms, Instrument instrument, boolean mayReplace, Faults faults) {
    List<Source> sources = Optional.ofNullable(norms.sources()).orElse(List.of());
    int before = faults.all().size();
    for (int i = 0; i < sources.size(); i++) {
      String key = sources.get(i).key();
      faults.unless(
          instrument.sources().stream().noneMatch(one -> one.key().equals(key)),
          "/sources/" + i + "/key",
          "is a source of the instrument already");
    }
    Instrument with = instrument.withNorms(norms.norms(), sources);
    NumbersCheck.checkNorms(with, norms.norms(), faults);
    for (int i = 0; i < norms.norms().size(); i++) {
      present(norms.norms().get(i), instrument, mayReplace, "/norms/" + i, faults);
    }
    return faults.all().size() > before ? Optional.empty() : Optional.of(with);
  }

  private static void present(
      Norm norm, Instrument instrument, boolean mayReplace, String pointer, Faults faults) {
    for (Norm other : instrument.norms()) {
      faults.unless(
          !other.id().equals(norm.id()), pointer + "/id", "is a norm of the instrument already");
      faults.unless(
          mayReplace || !isInPlaceOf(norm, other),
          pointer + "/reference",
          "T scores rest on %s; whoever replaces it says so in overrides, with a reason"
              .formatted(other.id()));
    }
  }

  private static boolean isInPlaceOf(Norm norm, Norm other) {
    return norm.reference()
        && other.carriesT()
        && other.scale().equals(norm.scale())
        && other.perspective() == norm.perspective()
        && other.ages() == norm.ages();
  }
}
