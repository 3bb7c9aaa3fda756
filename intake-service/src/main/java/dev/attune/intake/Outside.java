package dev.attune.intake;

import dev.attune.instruments.Catalogue;
import dev.attune.instruments.packs.Packs;
import dev.attune.intake.domain.FormRequestReader;
import dev.attune.intake.domain.RatingReader;
import dev.attune.intake.domain.RecentlyAcknowledged;
import dev.attune.intake.domain.SentForms;
import dev.attune.intake.domain.SessionReader;
import dev.attune.intake.domain.SubmissionReader;
import dev.attune.web.Languages;
import io.quarkus.logging.Log;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the domain gets from outside: the clock, chance and the instruments. */
final class Outside {

  private static final int SECRET_BYTES = 16;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Packs packs(@ConfigProperty(name = "attune.packs") Optional<Path> directory) {
    Packs packs = Packs.in(directory);
    packs
        .refused()
        .forEach((pack, faults) ->
            Log.errorf(
                "pack refused pack=%s faults=%d first=%s", pack, faults.size(), faults.getFirst()));
    return packs;
  }

  @Produces
  @Singleton
  Catalogue catalogue(Packs packs) {
    return packs.catalogue();
  }

  @Produces
  @Singleton
  RatingReader ratings(Catalogue catalogue) {
    return new RatingReader(catalogue);
  }

  @Produces
  @Singleton
  SessionReader sessions() {
    return new SessionReader();
  }

  @Produces
  @Singleton
  FormRequestReader forms(Catalogue catalogue) {
    return new FormRequestReader(
        catalogue, Languages.SPOKEN.stream().map(Locale::getLanguage).toList());
  }

  @Produces
  @Singleton
  SubmissionReader submissions() {
    return new SubmissionReader();
  }

  @Produces
  @Singleton
  SentForms sentForms() {
    return new SentForms();
  }

  @Produces
  @Singleton
  RecentlyAcknowledged recentlyAcknowledged() {
    byte[] secret = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(secret);
    return new RecentlyAcknowledged(secret);
  }
}
