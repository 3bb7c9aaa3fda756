package dev.attune.instruments.packs;

import dev.attune.instruments.Band;
import dev.attune.instruments.Condition;
import dev.attune.instruments.Cutoff;
import dev.attune.instruments.FlagRule;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Item;
import dev.attune.instruments.Norm;
import dev.attune.instruments.Provenance;
import dev.attune.instruments.ReliableChange;
import dev.attune.instruments.Scale;
import dev.attune.instruments.Source;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what a definition says about scores leads to scores that exist. */
final class NumbersCheck {

  private final Instrument instrument;
  private final Faults faults;
  private final Set<String> sources;

  private NumbersCheck(Instrument instrument, Faults faults) {
    this.instrument = instrument;
    this.faults = faults;
    this.sources = instrument.sources().stream().map(Source::key).collect(Collectors.toSet());
  }

  static void check(Instrument instrument, Faults faults) {
    var check = new NumbersCheck(instrument, faults);
    for (int i = 0; i < instrument.scales().size(); i++) {
      check.provenance(instrument.scales().get(i).provenance(), "/scales/" + i);
    }
    check.cutoffs();
    check.bands();
    check.reliableChange();
    check.norms();
    check.flags();
  }

  private void cutoffs() {
    for (int i = 0; i < instrument.cutoffs().size(); i++) {
      Cutoff cutoff = instrument.cutoffs().get(i);
      value(cutoff.scale(), cutoff.value(), "/cutoffs/" + i, "value");
      provenance(cutoff.provenance(), "/cutoffs/" + i);
    }
  }

  private void bands() {
    @Nullable Band before = null;
    for (int i = 0; i < instrument.bands().size(); i++) {
      Band band = instrument.bands().get(i);
      String pointer = "/bands/" + i;
      value(band.scale(), band.from(), pointer, "from");
      provenance(band.provenance(), pointer);
      faults.unless(
          before == null
              || !before.scale().equals(band.scale())
              || before.from().compareTo(band.from()) < 0,
          pointer + "/from",
          "must be above the band before");
      before = band;
    }
  }

  private void reliableChange() {
    Set<String> norms = instrument.norms().stream().map(Norm::id).collect(Collectors.toSet());
    for (int i = 0; i < instrument.reliableChange().size(); i++) {
      ReliableChange change = instrument.reliableChange().get(i);
      String pointer = "/reliable_change/" + i;
      scale(change.scale(), pointer);
      provenance(change.provenance(), pointer);
      faults.unless(
          change.cutoff() == null || hasCutoff(change.cutoff()),
          pointer + "/cutoff",
          "there is no such cut-off");
      faults.unless(
          change.sdOf() == null || norms.contains(change.sdOf()),
          pointer + "/sd_of",
          "there is no such norm");
    }
  }

  private void norms() {
    for (int i = 0; i < instrument.norms().size(); i++) {
      norm(instrument.norms().get(i), "/norms/" + i);
    }
    clashes(instrument.norms(), "/norms", faults);
  }

  private void norm(Norm norm, String pointer) {
    value(norm.scale(), norm.mean(), pointer, "mean");
    faults.unless(
        instrument.perspectives().contains(norm.perspective()),
        pointer + "/perspective",
        "must be one of the instrument");
    boolean placeholder =
        norm.provenance().stream().anyMatch(one -> one.code() == Provenance.Code.KNOWN_LOW);
    faults.unless(
        !placeholder || norm.grade() == Norm.Grade.D,
        pointer + "/grade",
        "must be D, as the norm is hardly known (K-l)");
    provenance(norm.provenance(), pointer);
  }

  /** Norms that a site adds to a definition, as if they stood in it. */
  static void checkNorms(Instrument with, List<Norm> added, Faults faults) {
    var check = new NumbersCheck(with, faults);
    for (int i = 0; i < added.size(); i++) {
      check.norm(added.get(i), "/norms/" + i);
    }
    clashes(added, "/norms", faults);
  }

  private static void clashes(List<Norm> norms, String pointer, Faults faults) {
    Set<String> ids = new HashSet<>();
    Set<List<Object>> references = new HashSet<>();
    for (int i = 0; i < norms.size(); i++) {
      Norm norm = norms.get(i);
      faults.unless(ids.add(norm.id()), pointer + "/" + i + "/id", "stands twice");
      faults.unless(
          !norm.reference()
              || references.add(List.of(norm.scale(), norm.perspective(), norm.ages())),
          pointer + "/" + i + "/reference",
          "there is another reference for the same scale, perspective and ages");
    }
  }

  private void flags() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < instrument.flags().size(); i++) {
      FlagRule flag = instrument.flags().get(i);
      String pointer = "/flags/" + i;
      faults.unless(codes.add(flag.code()), pointer + "/code", "stands twice");
      provenance(flag.provenance(), pointer);
      condition(flag.when(), pointer + "/when");
    }
  }

  private void condition(Condition condition, String pointer) {
    switch (condition) {
      case Condition.BeyondCutoff when ->
          faults.unless(hasCutoff(when.cutoff()), pointer + "/cutoff", "there is no such cut-off");
      case Condition.OneItem when -> item(when.item(), pointer + "/item");
      case Condition.AnyItem when -> {
        for (int i = 0; i < when.items().size(); i++) {
          item(when.items().get(i), pointer + "/items/" + i);
        }
      }
      case Condition.StraightLine when ->
          faults.unless(
              when.minAnswers() <= instrument.items().size(),
              pointer + "/min_answers",
              "there are fewer items");
      case Condition.AtSession _ -> {}
      case Condition.AllOf all -> {
        for (int i = 0; i < all.of().size(); i++) {
          condition(all.of().get(i), pointer + "/of/" + i);
        }
      }
    }
  }

  private void item(int number, String pointer) {
    faults.unless(
        instrument.everyItem().stream().map(Item::number).anyMatch(one -> one == number),
        pointer,
        "there is no item " + number);
  }

  private void provenance(List<Provenance> provenance, String pointer) {
    for (int i = 0; i < provenance.size(); i++) {
      String source = provenance.get(i).source();
      faults.unless(
          source == null || sources.contains(source),
          pointer + "/provenance/" + i + "/source",
          "there is no such source");
    }
  }

  private boolean hasCutoff(String id) {
    return instrument.cutoffs().stream().anyMatch(cutoff -> cutoff.id().equals(id));
  }

  private boolean scale(String id, String pointer) {
    boolean exists = instrument.scales().stream().map(Scale::id).anyMatch(id::equals);
    faults.unless(exists, pointer + "/scale", "there is no such scale");
    return exists;
  }

  private void value(String scale, BigDecimal value, String pointer, String name) {
    if (scale(scale, pointer)) {
      faults.unless(
          instrument.range(scale).contains(value),
          pointer + "/" + name,
          "must lie within the scale");
    }
  }
}
