package dev.attune.alert.domain;

import dev.attune.contracts.Severity;
import dev.attune.detection.Observed;
import dev.attune.detection.Rule;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

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
    Rated rated = finding.rated();
    return switch (finding.rule()) {
      case Rule.SuddenDrop drop -> rated == null ? drop.title() : drop(finding, rated);
      case Rule.BelowCutOff cutOff -> rated == null ? cutOff.title() : below(finding, rated);
      case Rule.LowItem _ -> items(finding);
      case Rule.PointDrop drop ->
          rated == null || rated.previous() == null
              ? drop.title()
              : fell(finding, rated, rated.previous());
    };
  }

  private static String drop(Finding finding, Rated rated) {
    Observed observed = rated.observed();
    String headline =
        finding.severity() == Severity.INFO
            ? "Somewhat lower than usual: "
            : "Possible strain in the alliance, worth asking about: ";
    return headline
        + (points(rated.total()) + " points where " + points(Micros.decimal(rated.expected())))
        + (" ± " + points(Micros.decimal(observed.deviation())) + " were expected from ")
        + (ground(rated.earlier()) + " (z = " + hundredths(observed.z()) + ")")
        + (lowest(finding.items()) + "; " + real(finding) + ", and " + often(finding) + ".");
  }

  private static String below(Finding finding, Rated rated) {
    return "A total of "
        + (points(rated.total()) + " lies below the cut-off of " + points(finding.threshold()))
        + ("; " + often(finding) + ".");
  }

  private static String fell(Finding finding, Rated rated, BigDecimal previous) {
    return "The total fell from "
        + (points(previous) + " to " + points(rated.total()) + " since the session before; ")
        + (often(finding) + ".");
  }

  private static String items(Finding finding) {
    var text = new StringBuilder("Rated below ").append(points(finding.threshold())).append(": ");
    for (ItemSign sign : finding.items()) {
      text.append("item ").append(sign.item()).append(" at ").append(points(sign.answer()));
      text.append(sign.highlighted() ? " (far below the others), " : ", ");
    }
    text.setLength(text.length() - 2);
    return text.append("; ").append(often(finding)).append('.').toString();
  }

  private static String ground(int earlier) {
    if (earlier == 0) {
      return "clients in general, as no earlier session is known (thin evidence)";
    }
    String sessions = earlier + (earlier == 1 ? " earlier session" : " earlier sessions");
    return earlier < FIRM_FROM ? "only " + sessions + " (thin evidence)" : sessions;
  }

  private static String lowest(List<ItemSign> items) {
    if (items.isEmpty()) {
      return "";
    }
    ItemSign item = items.getFirst();
    Long usual = item.usual();
    return (", lowest in item " + item.item() + " at " + points(item.answer()))
        + (usual == null ? "" : " (usually " + points(Micros.decimal(usual)) + ")");
  }

  private static String real(Finding finding) {
    BigDecimal real = finding.real();
    return real == null
        ? "how many signs this strong are real is not known"
        : "of signs this strong about "
            + real.multiply(HUNDRED).stripTrailingZeros().toPlainString()
            + " in 100 were real in simulation";
  }

  /** Of 0.63 in 100 sessions: one in 160; of 38 in 100: just so. */
  private static String often(Finding finding) {
    BigDecimal per100 = finding.falseAlarmsPer100();
    if (per100.signum() == 0) {
      return "no ordinary session looked like this in simulation";
    }
    return per100.compareTo(BigDecimal.TEN) < 0
        ? ("about 1 in " + HUNDRED.divide(per100, TWO_DIGITS).toBigInteger())
            + " ordinary sessions looks like this"
        : "about " + per100.toPlainString() + " in 100 ordinary sessions look like this";
  }

  private static String hundredths(double number) {
    return Micros.decimal(number).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }

  private static String points(BigDecimal number) {
    return number.setScale(1, RoundingMode.HALF_UP).toPlainString();
  }
}
