package dev.attune.feedback.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The local sign-in of the embedded system. */
@ConfigMapping(prefix = "attune.local")
interface SignInConfig {

  /** The file with the private key (PKCS#8, PEM) that signs. Without it there is no sign-in. */
  Optional<Path> signInKey();

  /** How long a sign-in lasts. */
  @WithDefault("PT8H")
  Duration signInLasts();
}
