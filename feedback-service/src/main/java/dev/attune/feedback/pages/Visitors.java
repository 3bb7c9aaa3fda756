package dev.attune.feedback.pages;

import dev.attune.feedback.identity.LocalSignIn;
import dev.attune.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Who reads a page, and in which language and time zone. */
@ApplicationScoped
class Visitors {

  private final LocalSignIn signIn;
  private final ZoneId zone;

  Visitors(
      LocalSignIn signIn, @ConfigProperty(name = "attune.pages.time-zone") Optional<String> zone) {
    this.signIn = signIn;
    this.zone = zone.map(ZoneId::of).orElseGet(ZoneId::systemDefault);
  }

  /** Whether this is a local system with a sign-in of its own. */
  boolean localSignIn() {
    return signIn.exists();
  }

  /** The frame of a page for this caller. */
  Frame frame(Caller caller, @Nullable String language) {
    return new Frame(Writing.of(language, zone), caller, signIn.exists());
  }

  /** The frame of the pages outside. */
  Frame frameOfNobody(@Nullable String language) {
    return new Frame(Writing.of(language, zone), null, signIn.exists());
  }
}
