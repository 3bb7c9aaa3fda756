package dev.attune.feedback.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Score;
import dev.attune.detection.Norms;
import dev.attune.detection.RuleSet;
import dev.attune.detection.SeriesNorms;
import dev.attune.feedback.testing.Episode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CourseTest {

  private static final List<String> STRAINED = List.of("36", "37", "38", "37", "30", "36", "38");

  private final Episode episode = Episode.of("northside", "E-1", "T-1");
  private final Norms norms =
      RuleSet.load("attune-default").norms("srs", "CLIENT").map(SeriesNorms::values).orElseThrow();

  @Test
  void what_was_expected_stands_beside_each_score() {
    List<Course> course = Course.of(scores(), norms);
    assertThat(course.get(4).expected()).isEqualByComparingTo("37.413934");
    assertThat(course.get(4).deviation()).isEqualByComparingTo("2.479250");
  }

  @Test
  void the_order_of_arrival_changes_nothing() {
    List<Score> shuffled = new ArrayList<>(scores());
    Collections.reverse(shuffled);
    assertThat(Course.of(shuffled, norms)).isEqualTo(Course.of(scores(), norms));
  }

  @Test
  void nothing_is_expected_without_norms_and_never_more_than_the_ceiling() {
    assertThat(Course.of(scores(), null))
        .allSatisfy(point -> assertThat(point.expected()).isNull());
    List<Score> full = IntStream.rangeClosed(1, 30).mapToObj(n -> episode.score(n, "40")).toList();
    assertThat(Course.of(full, norms))
        .extracting(Course::expected)
        .allSatisfy(expected -> assertThat(expected).isLessThanOrEqualTo(BigDecimal.valueOf(40)));
  }

  private List<Score> scores() {
    return IntStream.rangeClosed(1, STRAINED.size())
        .mapToObj(n -> episode.score(n, STRAINED.get(n - 1)))
        .toList();
  }
}
