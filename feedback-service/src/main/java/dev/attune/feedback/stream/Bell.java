package dev.attune.feedback.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Tells one stream that there may be news. What rings while nobody waits is not forgotten. */
final class Bell {

  private boolean rung;
  private @Nullable UniEmitter<? super Boolean> waiting;

  synchronized void ring() {
    rung = true;
    if (waiting != null) {
      waiting.complete(true);
      waiting = null;
    }
  }

  /** Forgets what has rung so far; called before looking. */
  synchronized void hush() {
    rung = false;
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
