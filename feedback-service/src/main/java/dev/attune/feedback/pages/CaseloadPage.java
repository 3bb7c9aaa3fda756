package dev.attune.feedback.pages;

import dev.attune.feedback.read.CaseloadView;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A therapist's caseload.
 *
 * @param asking episodes with an open alert, the most severe first
 * @param others the rest, the latest session first
 * @param next the cursor of the next page, null on the last one
 */
public record CaseloadPage(
    Frame frame, List<CaseRow> asking, List<CaseRow> others, @Nullable String next) {

  static CaseloadPage of(Frame frame, CaseloadView view, Map<String, List<BigDecimal>> trends) {
    List<CaseRow> rows =
        view.episodes().stream()
            .map(line ->
                CaseRow.of(line, trends.getOrDefault(line.episode(), List.of()), frame.writing()))
            .toList();
    return new CaseloadPage(
        frame,
        rows.stream().filter(row -> row.sign() != null).toList(),
        rows.stream().filter(row -> row.sign() == null).toList(),
        view.next());
  }

  /** The cursor of the next page, fit for an address. */
  public @Nullable String nextInAddress() {
    return next == null ? null : URLEncoder.encode(next, StandardCharsets.UTF_8);
  }

  /** Whether there is nothing to show yet. */
  public boolean empty() {
    return asking.isEmpty() && others.isEmpty();
  }
}
