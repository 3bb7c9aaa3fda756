package dev.attune.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the bearer of a token may be, each with the subject that tokens have by default. */
enum Role {
  INTEGRATION("ehr"),
  THERAPIST("T-9"),
  CLIENT("C-1"),
  SUPERVISOR("SV-1"),
  OBSERVER("O-1"),
  AUDITOR("AU-1"),
  ADMIN("AD-1");

  private final String usualSubject;

  Role(String usualSubject) {
    this.usualSubject = usualSubject;
  }

  String usualSubject() {
    return usualSubject;
  }

  /** The name in the token's {@code groups}. */
  String group() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Role named(String text) {
    return Arrays.stream(values())
        .filter(role -> role.group().equals(text))
        .findFirst()
        .orElseThrow(() ->
            new Refusal(
                "no such role; choose one of "
                    + Arrays.stream(values()).map(Role::group).collect(Collectors.joining(", "))));
  }
}
