package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How instruments are found, and what their definitions answer. */
class CatalogueTest {

  private static final Catalogue CATALOGUE = Catalogue.shipped();

  @Test
  void shipped_instruments_are_found_by_id() {
    assertThat(CATALOGUE.all())
        .extracting(Instrument::id)
        .contains("srs", "ors", "wai36", "haq2", "toms-open", "phq9", "gad7", "core10")
        .hasSize(33);
    assertThat(CATALOGUE.find("srs").orElseThrow().name()).isEqualTo("Session Rating Scale");
  }

  @Test
  void instrument_is_found_by_version() {
    assertThat(CATALOGUE.find("srs", "3.0")).isPresent();
    assertThat(CATALOGUE.find("srs", "2.0")).isEmpty();
  }

  @Test
  void unknown_instrument_is_not_found() {
    assertThat(CATALOGUE.find("SRS")).isEmpty();
  }

  @Test
  void of_two_versions_the_last_one_listed_is_current() {
    Instrument older = Definitions.shipped("srs");
    Instrument newer = Definitions.edited("srs-3.0.yaml", "3\\.0", "4.0");

    Catalogue catalogue = Catalogue.of(List.of(older, newer));

    assertThat(catalogue.find("srs")).contains(newer);
    assertThat(catalogue.find("srs", "3.0")).contains(older);
    assertThat(catalogue.all()).containsExactly(newer);
  }

  @Test
  void scale_tells_its_range() {
    Range range = Definitions.threeScales().range("total");

    assertThat(range.min()).isEqualByComparingTo("12");
    assertThat(range.max()).isEqualByComparingTo("84");
    assertThat(range.width()).isEqualByComparingTo("72");
  }

  @Test
  void unknown_scale_has_no_range() {
    assertThatIllegalArgumentException().isThrownBy(() -> Definitions.shipped("srs").range("bond"));
  }

  @Test
  void cut_off_depends_on_the_age_of_the_client() {
    Instrument ors = Definitions.shipped("ors");

    assertThat(ors.cutoff("clinical", Respondent.ADULT_CLIENT).orElseThrow().value())
        .isEqualByComparingTo("25");
    assertThat(
            ors.cutoff("clinical", new Respondent(Perspective.CLIENT, AgeBand.ADOLESCENT))
                .orElseThrow()
                .value())
        .isEqualByComparingTo("28");
    assertThat(ors.cutoff("clinical", new Respondent(Perspective.CAREGIVER, AgeBand.ADULT)))
        .isEmpty();
  }

  @Test
  void placeholder_norm_carries_no_t_score() {
    Instrument srs = Definitions.shipped("srs");

    assertThat(srs.norms()).anyMatch(Norm::reference);
    assertThat(srs.reference(Respondent.ADULT_CLIENT)).isEmpty();
  }

  @Test
  void t_score_names_its_norm_and_stays_between_10_and_90() {
    Instrument narrow = Definitions.edited("phq9-2001.yaml", "sd: .*", "sd: 0.01");

    assertThat(total(Definitions.shipped("phq9"), 20).norms()).isEqualTo("phq9-nhs@2022-23");
    assertThat(total(narrow, 0).t()).isEqualByComparingTo("10");
    assertThat(total(narrow, 27).t()).isEqualByComparingTo("90");
  }

  @Test
  void norm_without_a_standard_deviation_carries_no_t_score() {
    Instrument wai = Definitions.shipped("wai36");
    var observer = new Respondent(Perspective.OBSERVER, AgeBand.ADULT);

    assertThat(wai.norms()).anyMatch(norm -> norm.perspective() == Perspective.OBSERVER);
    assertThat(wai.reference(observer)).isEmpty();
  }

  @Test
  void norm_with_a_standard_deviation_of_zero_is_refused() {
    assertThatThrownBy(() -> Definitions.edited("phq9-2001.yaml", "sd: 5.5", "sd: 0"))
        .rootCause()
        .hasMessageContaining("standard deviation above 0");
  }

  @Test
  void key_that_stands_twice_is_refused() {
    assertThatThrownBy(() -> Definitions.edited("srs-3.0.yaml", "reverse: ", "id: srs\nreverse: "))
        .rootCause()
        .hasMessageContaining("Duplicate");
  }

  @Test
  void cut_off_for_a_language_goes_before_the_one_for_all() {
    Instrument srs =
        Definitions.edited(
            "srs-3.0.yaml",
            "cutoffs:",
            "cutoffs:\n"
                + "  - {id: strained, scale: total, comparator: \"<\", value: 33, languages: [nl],"
                + " provenance: [{code: E, note: for tests}]}");
    var dutch = new Respondent(Perspective.CLIENT, AgeBand.ADULT, "nl", null);

    assertThat(srs.cutoff("strained", dutch).orElseThrow().value()).isEqualByComparingTo("33");
    assertThat(srs.cutoff("strained", Respondent.ADULT_CLIENT).orElseThrow().value())
        .isEqualByComparingTo("36");
  }

  @Test
  void what_a_definition_lists_stays_in_its_order() {
    Instrument wai = Definitions.shipped("wai36");
    Instrument phq9 = Definitions.shipped("phq9");

    assertThat(wai.perspectives())
        .containsExactly(Perspective.CLIENT, Perspective.THERAPIST, Perspective.OBSERVER);
    assertThat(wai.reverse()).containsExactly(1, 3, 7, 9, 10, 11, 12, 15, 20, 27, 29, 31, 33, 34);
    assertThat(phq9.items()).allSatisfy(i -> assertThat(i.label()).containsOnlyKeys("en", "de"));
    assertThat(phq9.items())
        .allSatisfy(item -> assertThat(item.label().keySet()).first().isEqualTo("en"));
    assertThat(Definitions.shipped("toms-open").prompt().keySet())
        .containsExactly(Perspective.CLIENT, Perspective.THERAPIST);
  }

  @Test
  void items_of_which_nothing_may_ship_have_their_numbers() {
    assertThat(Definitions.shipped("wai36").items())
        .hasSize(36)
        .allSatisfy(item -> assertThat(item.label()).isEmpty())
        .last()
        .extracting(Item::number)
        .isEqualTo(36);
  }

  private static Scored total(Instrument instrument, int total) {
    return Scoring.ofTotals(instrument, Map.of("total", BigDecimal.valueOf(total)));
  }
}
