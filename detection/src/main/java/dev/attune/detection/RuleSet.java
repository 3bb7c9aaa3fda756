package dev.attune.detection;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A rule set: which rules judge the series of one instrument rated from one perspective, and the
 * norms they rest on. Data with a version, so that every alert can name what judged it.
 *
 * @param id the rule set's name, e.g. {@code attune-default}
 * @param version changes with any of its numbers
 * @param norms at most one row per instrument and perspective
 * @param tracks what is watched
 */
public record RuleSet(String id, String version, List<SeriesNorms> norms, List<Track> tracks) {

  /**
   * What watches the series of one instrument and perspective.
   *
   * @param rules in the order in which they are asked
   * @param repair when a strain that they open is closed
   */
  public record Track(
      String instrument, String perspective, List<SeriesRule> rules, @Nullable Repair repair) {

    public Track {
      Checks.requireText("instrument", instrument);
      Checks.requireText("perspective", perspective);
      rules = List.copyOf(Checks.requirePresent("rules", rules));
      requireDistinct("rules", rules.stream().map(Rule::id).toList());
      for (SeriesRule rule : rules) {
        if (rule instanceof StrainRule strain && !repairs(strain.family(), repair)) {
          throw new IllegalArgumentException(
              "repair is missing for the family " + strain.family() + " of " + rule.id());
        }
      }
    }

    private static boolean repairs(String family, @Nullable Repair repair) {
      return repair != null && repair.family().equals(family);
    }

    /** Whether a rule holds scores against the expectation, and so needs norms. */
    boolean needsNorms() {
      return rules.stream().anyMatch(Track::needsNorms);
    }

    private static boolean needsNorms(SeriesRule rule) {
      return switch (rule) {
        case Rule.SuddenDrop _, StrainRule.Erosion _, StandingRule.StandingLow _ -> true;
        case StandingRule.Deterioration _, StandingRule.OffTrack _, StandingRule.NoBenefit _ ->
            false;
        case StrainRule.BelowOwnMean _, Rule.Mark _, SeriesRule.Unrated _ -> false;
      };
    }

    boolean watches(String instrument, String perspective) {
      return this.instrument.equals(instrument) && this.perspective.equals(perspective);
    }
  }

  public RuleSet {
    Checks.requireText("id", id);
    Checks.requireText("version", version);
    norms = List.copyOf(Checks.requirePresent("norms", norms));
    tracks = List.copyOf(Checks.requirePresent("tracks", tracks));
    requireDistinct(
        "norms", norms.stream().map(n -> n.instrument() + " by " + n.perspective()).toList());
    requireDistinct(
        "tracks", tracks.stream().map(t -> t.instrument() + " by " + t.perspective()).toList());
    for (Track track : tracks) {
      if (track.needsNorms() && find(norms, track.instrument(), track.perspective()) == null) {
        throw new IllegalArgumentException(
            "no norms for " + track.instrument() + " by " + track.perspective());
      }
    }
  }

  /**
   * Reads a rule set that is shipped.
   *
   * @param id the name of the file under {@code rule-sets}, without its ending
   * @throws RuleSetFault if there is none of that name, or it is faulty
   */
  public static RuleSet load(String id) {
    return RuleSetFile.shipped(id);
  }

  /** The norms of a series, where there are any. */
  public Optional<SeriesNorms> norms(String instrument, String perspective) {
    return Optional.ofNullable(find(norms, instrument, perspective));
  }

  /** What watches a series, if anything does. */
  public Optional<Track> track(String instrument, String perspective) {
    for (Track track : tracks) {
      if (track.watches(instrument, perspective)) {
        return Optional.of(track);
      }
    }
    return Optional.empty();
  }

  private static @Nullable SeriesNorms find(
      List<SeriesNorms> norms, String instrument, String perspective) {
    for (SeriesNorms row : norms) {
      if (row.instrument().equals(instrument) && row.perspective().equals(perspective)) {
        return row;
      }
    }
    return null;
  }

  private static void requireDistinct(String name, List<String> values) {
    Set<String> seen = new HashSet<>();
    for (String value : values) {
      if (!seen.add(value)) {
        throw new IllegalArgumentException(name + " names " + value + " twice");
      }
    }
  }
}
