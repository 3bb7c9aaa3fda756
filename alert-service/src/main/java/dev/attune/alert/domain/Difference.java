package dev.attune.alert.domain;

import dev.attune.alert.domain.Published.Standing;
import dev.attune.contracts.Alert;
import dev.attune.contracts.AlertKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be published so that the log says what the history tells: what is new, what changed
 * (with the next revision), and what lost its cause (retracted, and known for good, so that it
 * returns with a higher revision). Nothing where both agree. Once anything is erased, no number of
 * what is or was withdrawn stays, as any of them may rest on it.
 */
public final class Difference {

  private final Judge judge;
  private final EpisodeState before;
  private final History after;
  private final AlertWriting writing;
  private final List<Publication> publications = new ArrayList<>();

  private Difference(Judge judge, EpisodeState before, History after) {
    this.judge = judge;
    this.before = before;
    this.after = after;
    this.writing = new AlertWriting(after.tenant(), after.episode(), judge.reference());
  }

  /** What follows when an episode's history has become {@code after}. */
  public static Change between(EpisodeState before, History after, Judge judge) {
    var difference = new Difference(judge, before, after);
    return after.isUnrated() ? difference.forget() : difference.tell();
  }

  private Change forget() {
    before.published().forEach(known -> publications.add(new Publication(key(known.name()), null)));
    return new Change(new EpisodeState(after, List.of()), publications);
  }

  /** Retractions first, so that a reader never sees two alerts of a family open at once. */
  private Change tell() {
    Map<AlertName, Finding> findings = byName(judge.findings(after));
    Map<AlertName, Published> published = new LinkedHashMap<>();
    for (Published known : before.published()) {
      boolean gone = !findings.containsKey(known.name());
      published.put(known.name(), gone ? retracted(known) : known);
    }
    for (Finding finding : findings.values()) {
      published.compute(finding.name(), (name, known) -> told(finding, known));
    }
    return new Change(new EpisodeState(after, List.copyOf(published.values())), publications);
  }

  private Published told(Finding finding, @Nullable Published known) {
    long fingerprint = Fingerprint.of(finding, judge.reference());
    if (known != null
        && known.standing() == Standing.STANDS
        && known.fingerprint() == fingerprint) {
      return known;
    }
    long revision = known == null ? 1 : known.revision() + 1;
    Published next = Published.of(finding, revision, fingerprint);
    publish(writing.standing(key(next.name()), revision, finding));
    return next;
  }

  private Published retracted(Published known) {
    AlertName name = known.name();
    if (known.standing() == Standing.EMPTIED) {
      return known;
    }
    boolean erases = before.history().knowsWhatIsUnknownTo(after);
    if (known.standing() == Standing.RETRACTED && !erases) {
      return known;
    }
    Published next = known.takenBack(erases ? Standing.EMPTIED : Standing.RETRACTED);
    Finding said = erases ? null : said().get(name);
    publish(
        said == null
            ? writing.emptied(key(name), next, opening(name))
            : writing.retracted(key(name), next, said));
    return next;
  }

  /** What the history before told, in full: only its fingerprint was kept. */
  private Map<AlertName, Finding> said() {
    return byName(judge.findings(before.history()));
  }

  private Point opening(AlertName name) {
    Point opening = after.opening(name);
    return opening == null
        ? Objects.requireNonNull(
            before.history().opening(name), "what was published rests on a session that was known")
        : opening;
  }

  private void publish(Alert alert) {
    publications.add(new Publication(alert.key(), alert));
  }

  private AlertKey key(AlertName name) {
    return name.key(after.tenant(), after.episode());
  }

  private static Map<AlertName, Finding> byName(List<Finding> findings) {
    Map<AlertName, Finding> byName = new LinkedHashMap<>(findings.size() * 2);
    findings.forEach(finding -> byName.put(finding.name(), finding));
    return byName;
  }
}
