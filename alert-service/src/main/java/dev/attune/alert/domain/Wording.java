package dev.attune.alert.domain;

import dev.attune.contracts.Evidence;
import dev.attune.contracts.Evidence.ItemEvidence;
import dev.attune.contracts.Severity;
import dev.attune.detection.Rule;
import dev.attune.detection.SeriesRule;
import dev.attune.detection.StandingRule;
import dev.attune.detection.StrainRule;
import dev.attune.detection.outcome.ExpectedResponse.Status;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sentence for the therapist: hedged, with its numbers, and with how often such a sign is
 * wrong. It says "possible strain" and never that a rupture was found.
 */
final class Wording {

  static final String RETRACTED =
      "Withdrawn: the ratings, as corrected since, no longer show this.";

  /** With fewer earlier sessions than this the expectation is mostly that of the population. */
  private static final int FIRM_FROM = 3;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private Wording() {}

  static String of(Finding finding) {
    Evidence numbers = finding.evidence();
    return switch (finding.rule()) {
      case Rule.SuddenDrop _ -> drop(finding, numbers);
      case StrainRule.Erosion _ -> wornOff(numbers);
      case StrainRule.BelowOwnMean _ -> belowOwnMean(numbers);
      case StandingRule.StandingLow _ -> standingLow(numbers);
      case StandingRule.Deterioration _ -> worse(numbers);
      case StandingRule.OffTrack rule -> slower(rule, numbers);
      case StandingRule.NoBenefit _ -> noBenefit(numbers);
      case SeriesRule.Recovered _ -> recovered(numbers);
      case Rule.BelowCutOff _ -> below(numbers);
      case Rule.LowItem _ -> items(numbers);
      case Rule.PointDrop _ -> fell(numbers);
      case SeriesRule.PerfectScores _ -> perfect(numbers);
      case SeriesRule.Unrated _ -> unrated(numbers);
    };
  }

  private static String drop(Finding finding, Evidence numbers) {
    String headline =
        finding.severity() == Severity.INFO
            ? "Somewhat lower than usual: "
            : "Possible strain in the alliance, worth asking about: ";
    return headline
        + (points(numbers.observed()) + " points where " + expected(finding))
        + (" ± " + points(numbers.deviation()) + " were expected from ")
        + (ground(numbers) + " (z = " + hundredths(numbers.z()) + ")")
        + (lowest(numbers) + "; " + real(numbers) + ", and " + often(numbers) + ".");
  }

  /** What was expected, as far as the instrument can show it. */
  private static String expected(Finding finding) {
    BigDecimal latent = Objects.requireNonNull(finding.evidence().expected());
    return points(Micros.decimal(Math.min(latent.doubleValue(), finding.ceiling())));
  }

  private static String wornOff(Evidence numbers) {
    return "The alliance may be wearing off, worth asking about: over "
        + (count(numbers.sessions(), "rated session") + " the deviations below what was expected")
        + (" add up to " + hundredths(numbers.cumulated()) + ", which is told from ")
        + (points(numbers.threshold()) + " on, the last rating being " + points(numbers.observed()))
        + (" points; " + often(numbers) + ".");
  }

  private static String belowOwnMean(Evidence numbers) {
    return "Possible strain in the alliance, worth asking about: "
        + (points(numbers.observed()) + " points where the mean of ")
        + (ground(numbers) + " is " + points(numbers.expected()) + " (no norms are known)")
        + (lowest(numbers) + "; " + real(numbers) + ", and " + often(numbers) + ".");
  }

  private static String standingLow(Evidence numbers) {
    return "The alliance stays low, worth asking about: after "
        + (count(numbers.sessions(), "rated session") + " the client's own level lies at about ")
        + (points(numbers.expected()) + " points, below " + points(numbers.threshold()))
        + ("; " + often(numbers) + ".");
  }

  private static String worse(Evidence numbers) {
    return "Possibly doing worse, worth looking at together: "
        + (sinceTheStart(numbers) + ", a change of " + points(numbers.threshold()))
        + (" points or more for the worse; " + real(numbers) + ".");
  }

  private static String slower(StandingRule.OffTrack rule, Evidence numbers) {
    String provisional =
        rule.response().status() == Status.CALIBRATED
            ? ""
            : " (provisional: not estimated from this clinic's own cases)";
    return "Improving more slowly than is usual after such a start: "
        + (sinceTheStart(numbers) + ", where " + points(numbers.expected()) + " ± ")
        + (points(numbers.deviation()) + " were expected" + provisional + "; ")
        + (real(numbers) + ".");
  }

  private static String noBenefit(Evidence numbers) {
    return "No clear benefit so far, worth looking at together: "
        + (sinceTheStart(numbers) + ", a gain of less than " + points(numbers.threshold()))
        + (" points; " + real(numbers) + ".");
  }

  private static String recovered(Evidence numbers) {
    return "Reliably better, and in the range of those who seek no help: "
        + (sinceTheStart(numbers) + "; it may be time to talk about the end.");
  }

  private static String sinceTheStart(Evidence numbers) {
    return points(numbers.first())
        + (" points at the first session and " + points(numbers.observed()))
        + (" at session " + numbers.sessions());
  }

  private static String below(Evidence numbers) {
    return "A total of "
        + (points(numbers.observed()) + " lies below the cut-off of " + points(numbers.threshold()))
        + ("; " + often(numbers) + ".");
  }

  private static String fell(Evidence numbers) {
    return "The total fell from "
        + (points(numbers.previous()) + " to " + points(numbers.observed()))
        + (" since the session before; " + often(numbers) + ".");
  }

  private static String items(Evidence numbers) {
    var text = new StringBuilder("Rated below ").append(points(numbers.threshold())).append(": ");
    for (ItemEvidence sign : signs(numbers)) {
      text.append("item ").append(sign.item()).append(" at ").append(points(sign.answer()));
      text.append(sign.highlighted() ? " (far below the others), " : ", ");
    }
    text.setLength(text.length() - 2);
    return text.append("; ").append(often(numbers)).append('.').toString();
  }

  private static String perfect(Evidence numbers) {
    return "The highest score in "
        + (count(numbers.sessions(), "rated session") + " running: all may be well, or it may be ")
        + ("hard to criticise; " + often(numbers) + ".");
  }

  private static String unrated(Evidence numbers) {
    Integer sessions = numbers.sessions();
    return sessions != null && sessions == 1
        ? "A session was held and not rated while another sign is open; " + often(numbers) + "."
        : count(sessions, "session") + " running were held and not rated; " + often(numbers) + ".";
  }

  private static String ground(Evidence numbers) {
    Integer told = numbers.earlierSessions();
    int earlier = told == null ? 0 : told;
    if (earlier == 0) {
      return "clients in general, as no earlier session is known (thin evidence)";
    }
    String sessions = count(earlier, "earlier session");
    return earlier < FIRM_FROM ? "only " + sessions + " (thin evidence)" : sessions;
  }

  private static String lowest(Evidence numbers) {
    List<ItemEvidence> items = signs(numbers);
    if (items.isEmpty()) {
      return "";
    }
    ItemEvidence item = items.getFirst();
    return (", lowest in item " + item.item() + " at " + points(item.answer()))
        + (item.usual() == null ? "" : " (usually " + points(item.usual()) + ")");
  }

  private static List<ItemEvidence> signs(Evidence numbers) {
    return Objects.requireNonNullElse(numbers.items(), List.of());
  }

  private static String real(Evidence numbers) {
    BigDecimal real = numbers.realAmongSuch();
    return real == null
        ? "how many signs this strong are real is not known"
        : "of signs this strong about "
            + real.multiply(HUNDRED).stripTrailingZeros().toPlainString()
            + " in 100 were real in simulation";
  }

  /** Of 0.63 in 100 sessions: one in 160; of 38 in 100: just so. */
  private static String often(Evidence numbers) {
    BigDecimal per100 = numbers.falseAlarmsPer100();
    if (per100 == null) {
      return "how often such a sign errs has not been measured";
    }
    if (per100.signum() == 0) {
      return "no ordinary session looked like this in simulation";
    }
    return per100.compareTo(BigDecimal.TEN) < 0
        ? ("about 1 in " + HUNDRED.divide(per100, TWO_DIGITS).toBigInteger())
            + " ordinary sessions looks like this"
        : "about " + per100.toPlainString() + " in 100 ordinary sessions look like this";
  }

  private static String count(@Nullable Integer number, String what) {
    int counted = number == null ? 0 : number;
    return counted + " " + what + (counted == 1 ? "" : "s");
  }

  private static String hundredths(@Nullable BigDecimal number) {
    return rounded(number, 2);
  }

  private static String points(@Nullable BigDecimal number) {
    return rounded(number, 1);
  }

  private static String rounded(@Nullable BigDecimal number, int decimals) {
    return Objects.requireNonNull(number).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
