package dev.attune.feedback.store;

import dev.attune.feedback.domain.Sight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.TreeSet;

/** Who saw or changed what, when, and why that was allowed; in the transaction that did it. */
@ApplicationScoped
public class Audit {

  private final Clock clock;

  Audit(Clock clock) {
    this.clock = clock;
  }

  /**
   * Notes what a caller has done.
   *
   * @param action what was done, e.g. {@code episode.read}
   * @param episodes whose data it was about
   */
  public Uni<Void> note(Rows rows, Sight sight, String action, Collection<String> episodes) {
    var row = new AuditRow();
    row.tenant = sight.tenant();
    row.at = clock.instant();
    row.who = sight.subject();
    row.action = action;
    row.episodes = String.join(" ", new TreeSet<>(episodes));
    row.why = sight.why();
    return rows.insert(row);
  }
}
