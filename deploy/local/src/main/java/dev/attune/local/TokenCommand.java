package dev.attune.local;

import dev.attune.contracts.Identifiers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a token of the local issuer. */
@Command(
    name = "token",
    description = "Prints a signed JSON Web Token, made with the key in the data directory.")
final class TokenCommand implements Callable<Integer> {

  private static final int MAX_DAYS = 365;

  @Mixin private final DataOption data = new DataOption();

  @Parameters(
      paramLabel = "ROLE",
      description = "integration, therapist, client, supervisor, observer, auditor or admin.")
  private String role = "";

  @Option(names = "--tenant", paramLabel = "T", description = "The clinic. Default: northside.")
  private String tenant = Greeting.TENANT;

  @Option(
      names = "--sub",
      paramLabel = "ID",
      description = "Who it is. Default: a usual one for the role, T-9 for a therapist.")
  private @Nullable String subject;

  @Option(
      names = "--days",
      paramLabel = "N",
      description = "How long it is valid, 1 to 365. Default: 30.")
  private int days = 30;

  @Override
  public Integer call() {
    Role chosen = Role.named(role);
    String bearer = subject == null ? chosen.usualSubject() : subject;
    require("--tenant", tenant);
    require("--sub", bearer);
    if (days < 1 || days > MAX_DAYS) {
      throw new Refusal("--days must lie between 1 and " + MAX_DAYS);
    }
    String token =
        SigningKey.of(data.directory())
            .token(chosen.group(), tenant, bearer, Instant.now(), Duration.ofDays(days));
    new Console(System.out).say(token);
    return 0;
  }

  private static void require(String option, String id) {
    String fault = Identifiers.fault(id);
    if (fault != null) {
      throw new Refusal(option + " " + fault);
    }
  }
}
