package dev.attune.feedback;

import dev.attune.instruments.packs.Packs;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The instruments that charts are drawn of: what ships and the packs of the site. */
final class Instruments {

  private Instruments() {}

  @Produces
  @Singleton
  static Packs packs(@ConfigProperty(name = "attune.packs") Optional<Path> directory) {
    Packs packs = Packs.in(directory);
    packs
        .refused()
        .forEach((pack, faults) ->
            Log.errorf(
                "pack refused pack=%s faults=%d first=%s", pack, faults.size(), faults.getFirst()));
    return packs;
  }
}
