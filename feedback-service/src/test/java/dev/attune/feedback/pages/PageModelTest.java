package dev.attune.feedback.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import dev.attune.feedback.read.CaseloadView;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageModelTest {

  private static final Frame FRAME = new Frame(Writing.of("en", ZoneOffset.UTC), null, true);

  @Test
  void episodes_with_an_open_sign_stand_before_the_others() {
    var red = Views.alert("a-1", Severity.RED, AlertStatus.OPEN, "C-1");
    var page =
        CaseloadPage.of(
            FRAME,
            new CaseloadView(
                List.of(Views.line("E-1", "C-1", red), Views.line("E-2", "C-2")), "next+page"),
            Map.of("E-2", totals("36", "38")));
    assertThat(page.asking()).extracting(CaseRow::episode).containsExactly("E-1");
    assertThat(page.others()).extracting(CaseRow::episode).containsExactly("E-2");
    assertThat(page.asking().getFirst().srs().line()).isNull();
    assertThat(page.others().getFirst().srs().line()).isNotNull();
    assertThat(page.nextInAddress()).isEqualTo("next%2Bpage");
  }

  @Test
  void marks_are_prompts_of_their_session_in_one_order_and_never_cards() {
    var marks =
        List.of(
            Views.mark("SRS-04", AlertStatus.NOTED, "9", 2, 3),
            Views.mark("SRS-03", AlertStatus.NOTED, "36.0"),
            Views.mark("SRS-05", AlertStatus.RETRACTED, "1.0"));
    var page = EpisodePage.of(FRAME, Views.episode("C-1", List.of(), marks));
    assertThat(page.asking()).isEmpty();
    assertThat(page.earlier()).isEmpty();
    var kinds = List.of(SessionRow.Prompt.Kind.BELOW_CUTOFF, SessionRow.Prompt.Kind.LOW_ITEM);
    assertThat(page.rows().getFirst().prompts())
        .extracting(SessionRow.Prompt::kind)
        .containsExactlyElementsOf(kinds);
    assertThat(page.rows().stream().skip(1)).allSatisfy(row -> assertThat(row.prompts()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(AlertStatus.class)
  void an_alert_stands_among_those_that_ask_until_it_is_closed(AlertStatus status) {
    var alert = Views.alert("a-1", Severity.AMBER, status, "C-1");
    var page = EpisodePage.of(FRAME, Views.episode("C-1", List.of(alert), List.of()));
    boolean asks =
        List.of(AlertStatus.OPEN, AlertStatus.RECOVERING, AlertStatus.UNREPAIRED).contains(status);
    assertThat(page.asking()).hasSize(asks ? 1 : 0);
    assertThat(page.earlier()).hasSize(asks ? 0 : 1);
  }

  @Test
  void an_alert_tells_its_numbers_how_sure_it_is_and_what_else_is_known() {
    var alert = Views.alert("a-1", Severity.RED, AlertStatus.OPEN, "C-1");
    var page = EpisodePage.of(FRAME, Views.episode("C-1", List.of(alert), List.of()));
    AlertCard card = page.asking().getFirst();
    var numbers = card.numbers();
    assertThat(Stream.of(numbers.observed(), numbers.expected(), numbers.deviation(), numbers.z()))
        .containsExactly("30.0", "37.4", "2.5", "2.99");
    assertThat(numbers.lowest()).isEqualTo(new AlertCard.Area(3, "6.1", "9.2"));
    assertThat(card.howSure()).isEqualTo(new AlertCard.HowSure("66", "0.6", 7));
    assertThat(card.howSure().dots()).filteredOn(dot -> dot.kind().equals("real")).hasSize(7);
    assertThat(card.context())
        .isEqualTo(new Context(new Context.Outcome("24.0", "+1.5", 5), null, 1, 0));
  }

  @Test
  void the_alliance_stands_first_in_chart_and_table() {
    var page = EpisodePage.of(FRAME, Views.episode("C-1", List.of(), List.of()));
    assertThat(page.columns()).extracting(EpisodePage.Column::brief).containsExactly("SRS", "ORS");
    assertThat(page.rows().getFirst().cells())
        .extracting(SessionRow.Cell::series)
        .containsExactly("srs/CLIENT/C-1", "ors/CLIENT/C-1");
    assertThat(page.held()).isEqualTo(4);
  }

  @Test
  void a_small_line_needs_two_totals_and_stays_in_its_box() {
    assertThat(Sparkline.of(totals("36"))).isEmpty();
    assertThat(Sparkline.of(totals("36", "36")))
        .contains(new Sparkline("M4.0 16.0L92.0 16.0", "92.0", "16.0"));
    assertThat(Sparkline.of(totals("0", "40", "20")))
        .contains(new Sparkline("M4.0 28.0L48.0 4.0L92.0 16.0", "92.0", "16.0"));
  }

  @Test
  void the_rail_shows_the_rating_left_of_what_was_expected() {
    var bar = RangeBar.of(Views.drop(), new BigDecimal("40")).orElseThrow();
    assertThat(new BigDecimal(bar.observed())).isLessThan(new BigDecimal(bar.from()));
    assertThat(new BigDecimal(bar.from())).isLessThan(new BigDecimal(bar.expected()));
    assertThat(new BigDecimal(bar.from()).add(new BigDecimal(bar.width())))
        .isBetween(new BigDecimal(bar.expected()), new BigDecimal("296"));
  }

  private static List<BigDecimal> totals(String... totals) {
    return Stream.of(totals).map(BigDecimal::new).toList();
  }
}
