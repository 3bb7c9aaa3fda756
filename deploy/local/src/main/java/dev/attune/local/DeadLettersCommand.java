package dev.attune.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Json;
import dev.attune.contracts.Topic;
import dev.attune.local.letters.DeadLetter;
import dev.attune.local.letters.Mailbox;
import dev.attune.local.letters.Redrive;
import dev.attune.local.letters.RedrivePlan;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records nobody could read or handle. */
@Command(
    name = "dead-letters",
    description = "Shows records that nobody could read or handle, and drives them again.",
    subcommands = {DeadLettersCommand.ListLetters.class, DeadLettersCommand.RedriveLetters.class})
final class DeadLettersCommand {

  /** Which letters. */
  static final class Choice {

    @Option(
        names = "--topic",
        paramLabel = "T",
        description = "Only those that came from this topic, e.g. attune.ratings.")
    private @Nullable String topic;

    @Option(
        names = "--reason",
        paramLabel = "R",
        description = "Only those with this reason, e.g. unknown-instrument.")
    private @Nullable String reason;

    @Option(names = "--tenant", paramLabel = "T", description = "Only those of this clinic.")
    private @Nullable String tenant;

    Predicate<DeadLetter> chosen() {
      String onlyTopic = topic;
      String onlyReason = reason;
      String onlyTenant = tenant;
      if (onlyTopic != null
          && Arrays.stream(Topic.values()).noneMatch(t -> t.topicName().equals(onlyTopic))) {
        throw new Refusal(
            "--topic must be one of "
                + Arrays.stream(Topic.values())
                    .filter(t -> t != Topic.DEAD_LETTERS)
                    .map(Topic::topicName)
                    .collect(Collectors.joining(", ")));
      }
      if (onlyReason != null && !DeadLetter.isReason(onlyReason)) {
        throw new Refusal(
            "--reason must be one of "
                + Arrays.stream(DeadReason.values())
                    .map(DeadReason::code)
                    .collect(Collectors.joining(", ")));
      }
      return letter ->
          (onlyTopic == null || letter.origin().topic().equals(onlyTopic))
              && (onlyReason == null || letter.reason().equals(onlyReason))
              && (onlyTenant == null || letter.keyText().startsWith(onlyTenant + "/"));
    }
  }

  /** Shows letters: where from, why and under which key, never what they hold. */
  @Command(
      name = "list",
      description = "Shows dead letters, the oldest first: where from, why, and under which key.")
  static final class ListLetters implements Callable<Integer> {

    @Mixin private final WhereOption where = new WhereOption();
    @Mixin private final Choice choice = new Choice();

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "The most letters to show. Default: 100.")
    private int limit = 100;

    @Option(names = "--json", description = "As JSON, a letter a line, for programs.")
    private boolean json;

    private final Console console = new Console(System.out);

    @Override
    public Integer call() {
      Predicate<DeadLetter> chosen = choice.chosen();
      try (var consumer = where.kafka().consumer()) {
        Mailbox mailbox = Mailbox.read(consumer);
        List<DeadLetter> letters = mailbox.letters().stream().filter(chosen).toList();
        letters.stream().limit(Math.max(limit, 0)).forEach(letter -> show(letter, mailbox));
        if (!json) {
          console.say(letters.size() + " dead letters");
        }
        return 0;
      }
    }

    private void show(DeadLetter letter, Mailbox mailbox) {
      boolean redriven = mailbox.isRedriven(letter);
      String receivedAt = Instant.ofEpochMilli(letter.receivedAt()).toString();
      if (json) {
        ObjectNode line =
            Json.MAPPER
                .createObjectNode()
                .put("origin", letter.origin().toString())
                .put("reason", letter.reason())
                .put("service", letter.service())
                .put("key", letter.keyText())
                .put("bytes", letter.size())
                .put("receivedAt", receivedAt)
                .put("redriven", redriven);
        console.say(line.toString());
      } else {
        console.say(
            "%s  %-18s  %-16s  %6d bytes  %s  %s%s"
                .formatted(
                    receivedAt,
                    letter.reason(),
                    letter.service(),
                    letter.size(),
                    letter.origin(),
                    printable(letter.keyText()),
                    redriven ? "  (driven again)" : ""));
      }
    }

    /** A key that is none may hold anything, and a terminal obeys some of it. */
    private static String printable(String key) {
      return key.codePoints()
          .map(c -> Character.isISOControl(c) ? '?' : c)
          .limit(800)
          .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
          .toString();
    }
  }

  /** Sends letters to where they came from. */
  @Command(
      name = "redrive",
      description = {
        "Sends the original bytes under the original key into the original partition, once what"
            + " made them unreadable has been put right. A record is driven again once; one that"
            + " a later record under its key has overtaken is refused.",
        "A record that is given up again becomes a new letter."
      })
  static final class RedriveLetters implements Callable<Integer> {

    @Mixin private final WhereOption where = new WhereOption();
    @Mixin private final Choice choice = new Choice();

    @Option(
        names = "--limit",
        paramLabel = "N",
        description = "The most letters to send, 1 to 100000. Default: 1000.")
    private int limit = 1_000;

    @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
    private boolean dryRun;

    private final Console console = new Console(System.out);

    @Override
    public Integer call() {
      if (limit < 1 || limit > 100_000) {
        throw new Refusal("--limit must lie between 1 and 100000");
      }
      Predicate<DeadLetter> chosen = choice.chosen();
      var redrive = new Redrive(where.kafka());
      RedrivePlan plan = dryRun ? redrive.plan(chosen, limit) : redrive.run(chosen, limit);
      console.say("%d %s".formatted(plan.sent().size(), dryRun ? "to send" : "sent"));
      plan.refused().entrySet().stream()
          .sorted(java.util.Map.Entry.comparingByKey())
          .forEach(refused ->
              console.say(
                  "%d refused: %s".formatted(refused.getValue().size(), refused.getKey().words())));
      if (plan.left() > 0) {
        console.say("%d left for another run".formatted(plan.left()));
      }
      return 0;
    }
  }
}
