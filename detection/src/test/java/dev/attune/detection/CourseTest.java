package dev.attune.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

  @Test
  void ratings_stand_in_the_order_of_their_sessions() {
    assertThat(new Course(List.of(new Course.Rating(2, 35), new Course.Rating(1, 36))))
        .isEqualTo(Course.of(36, 35));
  }

  @Test
  void what_is_no_course_is_refused() {
    assertThatThrownBy(
            () -> new Course(List.of(new Course.Rating(1, 35), new Course.Rating(1, 36))))
        .hasMessageContaining("rated twice");
    assertThatThrownBy(() -> new Course.Rating(0, 35)).hasMessageContaining("count from 1");
    assertThatThrownBy(() -> new Course.Rating(1, Double.NaN)).hasMessageContaining("finite");
  }
}
