package dev.attune.feedback.identity;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names under which a machine reaches itself, whatever a name server says. */
final class Loopback {

  private static final Set<String> NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  private Loopback() {}

  static boolean names(@Nullable String host) {
    return host != null && NAMES.contains(host.toLowerCase(Locale.ROOT));
  }
}
