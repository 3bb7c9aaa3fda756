package dev.attune.intake.form;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The rating form. Without keys there is none: no link can be made and none is taken. */
@ConfigMapping(prefix = "attune.forms")
interface FormConfig {

  /**
   * The file with the keys that seal links: a JWK set of symmetric keys of 256 bits, each with its
   * id. The first one seals; links sealed with any of them are taken.
   */
  Optional<Path> keys();

  /** Where people reach this service, e.g. {@code https://rate.clinic.example}. */
  Optional<URI> address();

  /** The time zone in which dates are written; the machine's where none is named. */
  Optional<String> timeZone();
}
