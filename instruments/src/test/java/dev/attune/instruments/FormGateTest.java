package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.instruments.FormGate.Closed;
import dev.attune.instruments.FormGate.Obstacle;
import dev.attune.instruments.FormGate.Obstacle.Code;
import dev.attune.instruments.FormGate.Open;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may show which form. */
class FormGateTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
  private static final String TENANT = "northside";

  /** The Session Rating Scale as a site has it that supplies some words of its own. */
  private static final Instrument WORDED_SRS =
      Definitions.edited(
          "srs-3.0.yaml", "(id: [a-z_]+, label)", "text: {CLIENT: {en: words for tests}}, $1");

  @Test
  void own_form_is_open_in_the_languages_it_is_worded_in() {
    assertThat(decide(Definitions.shipped("toms-open")))
        .isEqualTo(
            new Open(
                Map.of(
                    Perspective.CLIENT, Set.of("en", "de"),
                    Perspective.THERAPIST, Set.of("en", "de"))));
  }

  @Test
  void language_in_which_an_item_is_not_worded_is_left_out() {
    Instrument gap = Definitions.edited("toms-open-0.1.yaml", "\n +de: \"Was ich sagen.*", "");

    assertThat(((Open) decide(gap)).languages().get(Perspective.CLIENT)).containsExactly("en");
  }

  @Test
  void screen_needs_licence_and_wording() {
    assertThat(codes(decide(Definitions.shipped("srs"))))
        .containsExactly(Code.LICENCE_MISSING, Code.WORDING_MISSING);
    assertThat(codes(decide(WORDED_SRS))).containsExactly(Code.LICENCE_MISSING);
    assertThat(codes(decide(Definitions.shipped("srs"), licence("srs", true, TODAY, null))))
        .containsExactly(Code.WORDING_MISSING);
    assertThat(decide(WORDED_SRS, licence("srs", true, TODAY, null))).isInstanceOf(Open.class);
  }

  @Test
  void licence_of_another_instrument_or_for_paper_opens_nothing() {
    assertThat(
            codes(
                decide(
                    WORDED_SRS,
                    licence("ors", true, TODAY, null),
                    licence("srs", false, TODAY, null))))
        .containsExactly(Code.LICENCE_MISSING);
  }

  @Test
  void licence_of_another_clinic_opens_nothing() {
    var other =
        new LicenceRecord("srs", "L-1", "holder", "clinic", true, Set.of("south"), TODAY, null);
    var both =
        new LicenceRecord(
            "srs", "L-1", "holder", "clinic", true, Set.of("south", TENANT), TODAY, null);

    assertThat(codes(decide(WORDED_SRS, other))).containsExactly(Code.LICENCE_MISSING);
    assertThat(decide(WORDED_SRS, both)).isInstanceOf(Open.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-03, , false",
    "2026-11-02, , true",
    "2026-01-01, 2026-11-01, false",
    "2026-01-01, 2026-11-02, true"
  })
  void licence_holds_from_its_first_to_its_last_day(
      LocalDate from, @Nullable LocalDate until, boolean open) {
    FormGate gate = decide(WORDED_SRS, licence("srs", true, from, until));

    assertThat(gate instanceof Open).isEqualTo(open);
    assertThat(codes(gate)).isEqualTo(open ? List.of() : List.of(Code.LICENCE_NOT_IN_FORCE));
  }

  @Test
  void wording_of_others_needs_a_pack_and_says_whose_it_is() {
    Closed closed = (Closed) decide(Definitions.shipped("wai36"));

    assertThat(codes(closed)).containsExactly(Code.WORDING_MISSING);
    assertThat(closed.obstacles().getFirst().message())
        .contains(Definitions.shipped("wai36").licence().holder());
  }

  @Test
  void instrument_without_key_has_no_form() {
    Closed closed = (Closed) decide(Definitions.shipped("casf"));

    assertThat(codes(closed)).containsExactly(Code.KEY_MISSING, Code.WORDING_MISSING);
    assertThat(closed.obstacles().getFirst().message()).contains("casf", "goals_tasks");
  }

  @Test
  void every_shipped_form_that_is_open_may_ship_its_wording() {
    assertThat(Catalogue.shipped().all())
        .filteredOn(one -> decide(one) instanceof Open)
        .isNotEmpty()
        .allSatisfy(one -> assertThat(one.licence().gate()).isEqualTo(Licence.Gate.OPEN));
  }

  private static FormGate decide(Instrument instrument, LicenceRecord... licences) {
    return FormGate.decide(instrument, List.of(licences), TENANT, TODAY);
  }

  private static List<Code> codes(FormGate gate) {
    return switch (gate) {
      case Open _ -> List.of();
      case Closed closed -> closed.obstacles().stream().map(Obstacle::code).toList();
    };
  }

  private static LicenceRecord licence(
      String instrument, boolean electronic, LocalDate from, @Nullable LocalDate until) {
    return new LicenceRecord(
        instrument, "L-1", "holder", "clinic", electronic, Set.of(), from, until);
  }
}
