package dev.attune.feedback.identity;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.attune.web.ProblemException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SignInTest {

  private static final SignInConfig WITHOUT_A_KEY =
      new SignInConfig() {
        @Override
        public Optional<Path> signInKey() {
          return Optional.empty();
        }

        @Override
        public Duration signInLasts() {
          return Duration.ofHours(8);
        }
      };

  @Test
  void without_a_key_there_is_no_sign_in() {
    var resource =
        new SignInResource(
            new LocalSignIn(WITHOUT_A_KEY, Optional.of("clinic"), Clock.systemUTC()));
    isNotFound(() -> resource.signIn("T-1", "therapist", "northside"));
    isNotFound(resource::signOut);
  }

  private static void isNotFound(ThrowingCallable call) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(call)
        .matches(refused -> refused.problem().status() == 404);
  }
}
