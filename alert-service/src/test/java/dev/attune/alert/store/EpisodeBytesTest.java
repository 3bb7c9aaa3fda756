package dev.attune.alert.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.alert.Scores;
import dev.attune.alert.Sessions;
import dev.attune.alert.domain.Appointment;
import dev.attune.alert.domain.Difference;
import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.domain.History;
import dev.attune.alert.domain.Judge;
import dev.attune.alert.domain.Point;
import dev.attune.alert.domain.Series;
import dev.attune.contracts.Score;
import dev.attune.detection.RuleSet;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class EpisodeBytesTest {

  private static final Judge JUDGE = new Judge(RuleSet.load("attune-default"));

  @Test
  void a_state_comes_back_as_it_was() {
    EpisodeState state =
        state(
            List.of(
                Scores.answers(1, 9, 9.2, 8.1, 10),
                Scores.declined(2),
                Scores.insufficient(3, 4.5),
                Scores.numbered(4, null, 38),
                Scores.total(5, 33.25),
                Scores.total(6, 22)));

    assertThat(state.published()).isNotEmpty();
    assertThat(state.history().appointments()).hasSize(3);
    assertThat(read(EpisodeBytes.write(state))).isEqualTo(state);
  }

  @Test
  void an_empty_state_comes_back_as_it_was() {
    EpisodeState empty = EpisodeState.empty(Scores.TENANT, Scores.EPISODE);

    assertThat(read(EpisodeBytes.write(empty))).isEqualTo(empty);
  }

  @Test
  void ten_rated_sessions_and_their_marks_take_less_than_900_bytes() {
    List<Score> scores = new ArrayList<>();
    for (int session = 1; session <= 10; session++) {
      scores.add(Scores.answers(session, 9.1, 8.4, 9.3 - session % 2, 9.2));
    }
    EpisodeState state = state(scores);

    assertThat(state.published()).hasSizeGreaterThan(15);
    assertThat(EpisodeBytes.write(state)).hasSizeLessThan(900);
  }

  @Property
  void numbers_and_texts_come_back_as_they_were(
      @ForAll long number,
      @ForAll @AlphaChars @NumericChars @StringLength(max = 200) String text,
      @ForAll int unscaled) {
    var out = new Packer();
    out.number(number);
    out.hash(number);
    out.count(number & Long.MAX_VALUE);
    out.text(text);
    out.text("ä€😀");
    out.text(text);
    out.decimal(BigDecimal.valueOf(unscaled, 3));
    out.decimal(null);

    var in = new Unpacker(out.toBytes());

    assertThat(in.number()).isEqualTo(number);
    assertThat(in.hash()).isEqualTo(number);
    assertThat(in.count()).isEqualTo(number & Long.MAX_VALUE);
    assertThat(in.text()).isEqualTo(text);
    assertThat(in.text()).isEqualTo("ä€😀");
    assertThat(in.text()).isEqualTo(text);
    assertThat(in.decimal()).isEqualTo(BigDecimal.valueOf(unscaled, 3));
    assertThat(in.decimal()).isNull();
  }

  @Test
  void a_state_of_a_later_version_is_refused() {
    byte[] bytes = {3, 0, 0, 0};

    assertThatThrownBy(() -> read(bytes)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void a_state_of_the_version_that_knew_ratings_only_is_still_read() {
    Score score = Scores.total(1, 20);
    var out = new Packer();
    out.octet(1);
    out.count(1);
    out.text("srs");
    out.name(Scores.CLIENT.perspective());
    out.text(Scores.CLIENT.id());
    out.count(1);
    out.text("S-1");
    out.count(1);
    out.number(score.session().heldAt().getEpochSecond());
    out.count(0);
    out.name(score.session().setting());
    out.name(score.session().delivery());
    out.text("C-1");
    out.text("T-9");
    out.decimal(score.total());
    out.count(0);
    out.count(0);

    EpisodeState read = read(out.toBytes());

    assertThat(read.history().points(Series.of(score.key())))
        .singleElement()
        .satisfies(point -> {
          assertThat(point.session()).isEqualTo(score.session());
          assertThat(point.total()).isEqualTo("20.0");
        });
    assertThat(read.history().appointments()).isEmpty();
    assertThat(read(EpisodeBytes.write(read))).isEqualTo(read);
  }

  private static EpisodeState read(byte[] bytes) {
    return EpisodeBytes.read(Scores.TENANT, Scores.EPISODE, bytes);
  }

  private static EpisodeState state(List<Score> scores) {
    EpisodeState empty = EpisodeState.empty(Scores.TENANT, Scores.EPISODE);
    History history = empty.history();
    for (Score score : scores) {
      history = history.with(Series.of(score.key()), Point.of(score));
    }
    history = history.with(Appointment.of(Sessions.held(1, 1)));
    history = history.with(Appointment.of(Sessions.missed(2)));
    history = history.with(Appointment.of(Sessions.cancelled(70)));
    return Difference.between(empty, history, JUDGE).next();
  }
}
