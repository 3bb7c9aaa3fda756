package dev.attune.intake;

import dev.attune.instruments.Catalogue;
import dev.attune.intake.domain.FormRequestReader;
import dev.attune.intake.domain.RatingReader;
import dev.attune.intake.domain.RecentlyAcknowledged;
import dev.attune.intake.domain.SentForms;
import dev.attune.intake.domain.SessionReader;
import dev.attune.intake.domain.SubmissionReader;
import dev.attune.web.Languages;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Locale;

/** What the domain gets from outside: the clock, chance and the catalogue. */
final class Outside {

  private static final int SECRET_BYTES = 16;

  @Produces
  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Produces
  @Singleton
  Catalogue catalogue() {
    return Catalogue.shipped();
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
