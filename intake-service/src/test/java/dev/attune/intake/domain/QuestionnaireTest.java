package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.FormGate;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Licence.Gate;
import dev.attune.intake.domain.Questionnaire.Question;
import dev.attune.intake.domain.Showing.Obstacle;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class QuestionnaireTest {

  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final List<String> LANGUAGES = List.of("en", "de");

  @Test
  void a_client_in_the_room_is_asked_nothing_about_screens_or_groups() {
    Questionnaire asked = tomsOpen(Perspective.CLIENT, Setting.INDIVIDUAL, Delivery.IN_PERSON);

    assertThat(numbers(asked)).containsExactlyElementsOf(from(1, 18));
    assertThat(asked.answers()).isEqualTo(25);
  }

  @Test
  void a_client_on_a_screen_is_asked_about_it_too() {
    assertThat(numbers(tomsOpen(Perspective.CLIENT, Setting.INDIVIDUAL, Delivery.VIDEO)))
        .containsExactlyElementsOf(from(1, 22));
  }

  @Test
  void a_client_in_a_group_is_asked_about_it_at_its_place() {
    Questionnaire asked = tomsOpen(Perspective.CLIENT, Setting.GROUP, Delivery.IN_PERSON);

    assertThat(asked.questions().getLast().item().number()).isEqualTo(25);
    assertThat(asked.questions()).allMatch(one -> one.place() == one.item().number() - 1);
    assertThat(numbers(asked)).doesNotContain(19, 20, 21, 22);
  }

  @Test
  void a_therapist_is_not_asked_what_is_the_clients_alone() {
    assertThat(numbers(tomsOpen(Perspective.THERAPIST, Setting.GROUP, Delivery.IN_PERSON)))
        .containsExactlyElementsOf(from(1, 17));
  }

  @Test
  void what_follows_a_yes_or_no_in_its_block_waits_for_a_yes() {
    Questionnaire asked = tomsOpen(Perspective.CLIENT, Setting.INDIVIDUAL, Delivery.IN_PERSON);

    assertThat(asked.questions().stream().filter(one -> one.after() != null))
        .extracting(Question::place, Question::after)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(15, 14),
            org.assertj.core.groups.Tuple.tuple(16, 14));
  }

  @ParameterizedTest
  @CsvSource({
    "phq9, CLIENT",
    "gad7, CLIENT",
    "toms-open, CLIENT",
    "toms-open, THERAPIST",
    "toms-open-obs, OBSERVER"
  })
  void what_is_free_and_has_its_words_is_shown(String id, Perspective who) {
    assertThat(obstacle(asked(id, who), LANGUAGES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "srs, LICENCE",
    "ors, LICENCE",
    "cors, LICENCE",
    "gsrs, LICENCE",
    "core10, WORDING",
    "wai36, WORDING"
  })
  void what_is_licensed_or_has_no_words_is_withheld(String id, Obstacle obstacle) {
    Instrument instrument = CATALOGUE.find(id).orElseThrow();
    var who = Perspective.valueOf(instrument.perspectives().iterator().next().name());

    assertThat(obstacle(asked(id, who), LANGUAGES)).contains(obstacle);
  }

  static Stream<Instrument> shipped() {
    return CATALOGUE.all().stream();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void nothing_is_shown_whose_licence_forbids_it_or_of_which_a_word_is_missing(
      Instrument instrument) {
    for (var perspective : instrument.perspectives()) {
      Questionnaire asked = asked(instrument.id(), Perspective.valueOf(perspective.name()));
      if (obstacle(asked, LANGUAGES).isEmpty()) {
        String language = Showing.language(asked, LANGUAGES).orElseThrow();
        assertThat(instrument.licence().gate()).isIn(Gate.OPEN, Gate.KEY_ONLY);
        assertThat(asked.questions())
            .allSatisfy(
                one -> assertThat(one.item().text().get(perspective)).containsKey(language));
      }
    }
  }

  @Test
  void words_in_another_language_are_better_than_none() {
    Questionnaire english = asked("phq9", Perspective.CLIENT);

    assertThat(Showing.language(english, List.of("de", "en"))).contains("en");
    assertThat(obstacle(english, List.of("de"))).contains(Obstacle.WORDING);
  }

  private static Optional<Obstacle> obstacle(Questionnaire asked, List<String> languages) {
    FormGate unlicensed =
        FormGate.decide(asked.instrument(), List.of(), "northside", LocalDate.of(2026, 11, 2));
    return Showing.obstacle(asked, unlicensed, languages);
  }

  private static Questionnaire tomsOpen(Perspective who, Setting setting, Delivery delivery) {
    return Questionnaire.of(
        CATALOGUE.find("toms-open").orElseThrow(), who, session(setting, delivery));
  }

  private static Questionnaire asked(String id, Perspective who) {
    return Questionnaire.of(
        CATALOGUE.find(id).orElseThrow(), who, session(Setting.INDIVIDUAL, Delivery.IN_PERSON));
  }

  private static SessionRef session(Setting setting, Delivery delivery) {
    return new SessionRef("S-1", null, Bodies.NOW, setting, delivery);
  }

  private static List<Integer> numbers(Questionnaire asked) {
    return asked.questions().stream().map(one -> one.item().number()).toList();
  }

  private static List<Integer> from(int first, int last) {
    return java.util.stream.IntStream.rangeClosed(first, last).boxed().toList();
  }
}
