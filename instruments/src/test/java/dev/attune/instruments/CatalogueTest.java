package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
        .containsExactly("srs", "ors", "toms-open", "phq9", "gad7", "core10");
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
    Instrument newer = Definitions.renamed(older, "4.0");

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
  void what_a_definition_lists_stays_in_its_order() {
    Instrument toms = Definitions.shipped("toms-open");

    assertThat(toms.perspectives()).containsExactly(Perspective.CLIENT, Perspective.THERAPIST);
    assertThat(toms.prompt().keySet()).containsExactly(Perspective.CLIENT, Perspective.THERAPIST);
    assertThat(toms.reverse()).containsExactly(8, 9, 10, 11, 12, 13, 14);
    assertThat(toms.items())
        .allSatisfy(item -> assertThat(item.label().keySet()).containsExactly("en", "de"));
  }

  @Test
  void placeholder_norm_carries_no_t_score() {
    Instrument srs = Definitions.shipped("srs");

    assertThat(srs.norms()).anyMatch(Norm::reference);
    assertThat(srs.reference(Respondent.ADULT_CLIENT)).isEmpty();
  }

  @Test
  void t_score_names_its_norm_and_stays_between_10_and_90() {
    Instrument phq9 = Definitions.shipped("phq9");
    Scored scored = Scoring.ofTotals(phq9, Map.of("total", BigDecimal.valueOf(20)));

    assertThat(scored.norms()).isEqualTo("phq9-nhs@2022-23");
    assertThat(Scoring.ofTotals(Definitions.withTinySd(phq9), Map.of("total", BigDecimal.ZERO)).t())
        .isEqualByComparingTo("10");
    assertThat(
            Scoring.ofTotals(Definitions.withTinySd(phq9), Map.of("total", BigDecimal.valueOf(27)))
                .t())
        .isEqualByComparingTo("90");
  }
}
