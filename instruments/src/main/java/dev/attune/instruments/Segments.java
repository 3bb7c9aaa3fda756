package dev.attune.instruments;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a session is cut into pieces that are coded one by one.
 *
 * @param seconds how long a piece is
 * @param groups the marks that a rater may tick in a piece; empty where only the items are rated
 * @param maxIntensity the strongest a mark can be ticked; 0 is a mark not seen
 */
public record Segments(
    int seconds, List<MarkGroup> groups, int maxIntensity, List<Provenance> provenance) {

  private static final int RATE_DECIMALS = 3;

  public Segments {
    groups = Ordered.list(groups);
    provenance = Ordered.list(provenance);
  }

  /**
   * Marks that belong together.
   *
   * @param by who shows them
   */
  public record MarkGroup(String id, Map<String, String> label, Perspective by, List<Mark> marks) {
    public MarkGroup {
      label = Ordered.map(label);
      marks = Ordered.list(marks);
    }
  }

  /**
   * Something that can be seen in a piece; the label is our own, the manual's text does not ship.
   */
  public record Mark(String id, Map<String, String> label) {
    public Mark {
      label = Ordered.map(label);
    }
  }

  /**
   * What a rater saw in one piece.
   *
   * @param codable false where sound or picture failed
   * @param marks the intensity of each mark that was ticked
   */
  public record Coding(boolean codable, Map<String, Integer> marks) {
    public Coding {
      marks = Ordered.map(marks);
      if (!codable && !marks.isEmpty()) {
        throw new IllegalArgumentException("a segment that cannot be coded has no marks");
      }
    }
  }

  /**
   * How much of a session shows marks of a group.
   *
   * @param segments the pieces with at least one of its marks
   * @param codable the pieces that could be coded
   * @param rate their quotient, at most 3 decimals; 0 where no piece could be coded
   */
  public record Rate(String group, int segments, int codable, BigDecimal rate) {}

  /**
   * The rate of every group.
   *
   * @throws IllegalArgumentException if a mark is not one of the scheme's, or too intense
   */
  public List<Rate> rates(List<Coding> session) {
    requireKnown(session);
    int codable = (int) session.stream().filter(Coding::codable).count();
    return groups.stream().map(group -> rate(group, session, codable)).toList();
  }

  private static Rate rate(MarkGroup group, List<Coding> session, int codable) {
    List<String> marks = group.marks().stream().map(Mark::id).toList();
    int seen =
        (int)
            session.stream()
                .filter(coding ->
                    marks.stream().anyMatch(mark -> coding.marks().getOrDefault(mark, 0) > 0))
                .count();
    BigDecimal rate =
        codable == 0
            ? BigDecimal.ZERO
            : BigDecimal.valueOf(seen)
                .divide(BigDecimal.valueOf(codable), RATE_DECIMALS, RoundingMode.HALF_UP);
    return new Rate(group.id(), seen, codable, rate);
  }

  private void requireKnown(List<Coding> session) {
    Set<String> known = new LinkedHashSet<>();
    groups.forEach(group -> group.marks().forEach(mark -> known.add(mark.id())));
    for (Coding coding : session) {
      for (int intensity : coding.marks().values()) {
        if (intensity < 0 || intensity > maxIntensity) {
          throw new IllegalArgumentException("a mark lies between 0 and " + maxIntensity);
        }
      }
      if (!known.containsAll(coding.marks().keySet())) {
        throw new IllegalArgumentException("a mark is one of " + String.join(", ", known));
      }
    }
  }
}
