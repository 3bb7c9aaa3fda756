package dev.attune.feedback.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells one stream that there may be news. What rings while nobody waits is not forgotten. */
final class Bell {

  /** Stands for whatever has changed, where it is not to be named or nobody knows. */
  static final String ANYTHING = "*";

  private static final int NAMED_AT_MOST = 100;

  private final Set<String> changed = new LinkedHashSet<>();
  private boolean rung;
  private @Nullable UniEmitter<? super Boolean> waiting;

  synchronized void ring() {
    rung = true;
    if (waiting != null) {
      waiting.complete(true);
      waiting = null;
    }
  }

  /** Rings because an episode has changed without news. */
  synchronized void ring(String episode) {
    if (changed.size() == NAMED_AT_MOST) {
      changed.clear();
      changed.add(ANYTHING);
    }
    if (!changed.contains(ANYTHING)) {
      changed.add(episode);
    }
    ring();
  }

  /**
   * Forgets what has rung so far; called before looking.
   *
   * @return the episodes that have changed without news
   */
  synchronized Set<String> hush() {
    rung = false;
    Set<String> episodes = new LinkedHashSet<>(changed);
    changed.clear();
    return episodes;
  }

  /** True as soon as it rings, or has rung since it was hushed; false when the time is up. */
  Uni<Boolean> ringsWithin(Duration time) {
    return Uni.createFrom()
        .<Boolean>emitter(this::await)
        .ifNoItem()
        .after(time)
        .recoverWithItem(false);
  }

  private synchronized void await(UniEmitter<? super Boolean> emitter) {
    if (rung) {
      emitter.complete(true);
    } else {
      waiting = emitter;
    }
  }
}
