package dev.attune.local.letters;

import dev.attune.contracts.Topic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * What is to become of each letter.
 *
 * <pre>
 * letter ─┬─ its record has been driven again ─────────────────▶ refused: ALREADY
 *         ├─ no key, no bytes, or a topic that is not ours ────▶ refused: NOT_WHOLE
 *         ├─ a later record stands under its key ──────────────▶ refused: SUPERSEDED
 *         ├─ another letter of the same record comes first ────▶ refused: ALREADY
 *         └─ none of these ────────────────────────────────────▶ sent, up to a limit
 * </pre>
 *
 * @param left letters that would be sent but for the limit
 */
public record RedrivePlan(List<DeadLetter> sent, Map<Refused, List<DeadLetter>> refused, int left) {

  private static final Set<String> TOPICS =
      Arrays.stream(Topic.values())
          .filter(topic -> topic != Topic.DEAD_LETTERS)
          .map(Topic::topicName)
          .collect(Collectors.toSet());

  /** Why a letter is not sent. */
  public enum Refused {
    ALREADY("driven again before"),
    NOT_WHOLE("without its key or bytes"),
    SUPERSEDED("followed by a later record under its key");

    private final String words;

    Refused(String words) {
      this.words = words;
    }

    /** In words, for people. */
    public String words() {
      return words;
    }
  }

  public RedrivePlan {
    sent = List.copyOf(sent);
    refused = Map.copyOf(refused);
  }

  /**
   * Decides.
   *
   * @param letters oldest first
   * @param redriven the records that were driven again before
   * @param lastUnderKey the offset of the last record under the key of a letter, in the partition
   *     that it came from
   */
  public static RedrivePlan of(
      List<DeadLetter> letters,
      Set<Place> redriven,
      ToLongFunction<DeadLetter> lastUnderKey,
      int limit) {
    var sent = new ArrayList<DeadLetter>();
    var refused = new java.util.EnumMap<Refused, List<DeadLetter>>(Refused.class);
    var done = new HashSet<>(redriven);
    int left = 0;
    for (DeadLetter letter : letters) {
      Refused reason = reason(letter, done, lastUnderKey);
      if (reason != null) {
        refused.computeIfAbsent(reason, _ -> new ArrayList<>()).add(letter);
      } else if (sent.size() < limit) {
        done.add(letter.origin());
        sent.add(letter);
      } else {
        left++;
      }
    }
    return new RedrivePlan(sent, refused, left);
  }

  static boolean isWhole(DeadLetter letter) {
    return letter.key() != null
        && letter.value() != null
        && TOPICS.contains(letter.origin().topic());
  }

  private static @org.jspecify.annotations.Nullable Refused reason(
      DeadLetter letter, Set<Place> done, ToLongFunction<DeadLetter> lastUnderKey) {
    if (done.contains(letter.origin())) {
      return Refused.ALREADY;
    }
    if (!isWhole(letter)) {
      return Refused.NOT_WHOLE;
    }
    return lastUnderKey.applyAsLong(letter) > letter.origin().offset() ? Refused.SUPERSEDED : null;
  }
}
