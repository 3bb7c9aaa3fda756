package dev.attune.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.options.ColorScheme;
import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith({SharedSystem.class, Chromium.class})
class PagesIT {
  private static final int DESK = 1280;
  private static final int PHONE = 360;
  private static final List<String> UP_TO_THE_DROP = List.of("36", "37", "38", "37", "30");

  private final Attune attune;
  private final Browser browser;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;
  private final Case about;

  PagesIT(Attune attune, Browser browser) {
    this.attune = attune;
    this.browser = browser;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
    this.about = therapist.newCase();
  }

  @Test
  void the_alert_appears_on_the_caseload_without_reload_and_goes_when_it_is_repaired() {
    clinic.postSeries(about, List.of("36"));
    shown(1);
    try (Screen screen = signedIn(DESK, ColorScheme.LIGHT)) {
      screen.isLive();
      screen.mark();
      assertThat(screen.row(about.episode())).isVisible();
      assertThat(screen.row(about.episode())).not().hasAttribute("data-severity", "RED");

      postFrom(2, Case.STRAINED.subList(1, 5));

      assertThat(screen.row(about.episode())).hasAttribute("data-severity", "RED", within());
      postFrom(6, Case.STRAINED.subList(5, 7));
      assertThat(screen.row(about.episode())).not().hasAttribute("data-severity", "RED", within());
      assertThat(screen.isStillTheSamePage()).isTrue();
      assertThat(screen.complaints()).isEmpty();
    }
  }

  @Test
  void a_new_episode_appears_on_an_empty_caseload_without_reload() {
    try (Screen screen = signedIn(DESK, ColorScheme.LIGHT)) {
      screen.isLive();
      screen.mark();
      assertThat(screen.page().getByTestId("empty")).isVisible();

      clinic.postSeries(about, UP_TO_THE_DROP);

      assertThat(screen.row(about.episode())).hasAttribute("data-severity", "RED", within());
      assertThat(screen.isStillTheSamePage()).isTrue();
      assertThat(screen.complaints()).isEmpty();
    }
  }

  @Test
  void the_episode_page_shows_chart_alert_and_marks_and_follows_the_series_live() {
    clinic.postSeries(about, UP_TO_THE_DROP);
    shown(5);
    try (Screen screen = onEpisode(DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      screen.isLive();
      screen.mark();

      assertThat(page.getByTestId("chart").locator("canvas, svg").first()).isVisible();
      assertThat(alert(page)).hasAttribute("data-severity", "RED");
      assertThat(alert(page)).hasAttribute("data-status", "OPEN");
      assertThat(page.getByTestId("mark").first()).isVisible();
      assertThat(page.getByTestId("session-row")).hasCount(5);
      postFrom(6, Case.STRAINED.subList(5, 7));
      assertThat(alert(page)).hasAttribute("data-status", "REPAIRED", within());
      assertThat(page.getByTestId("session-row")).hasCount(7);
      assertThat(screen.isStillTheSamePage()).isTrue();
      assertThat(screen.complaints()).isEmpty();
    }
  }

  @Test
  void acknowledging_changes_the_card_and_lasts() {
    clinic.postSeries(about, UP_TO_THE_DROP);
    shown(5);
    try (Screen screen = onEpisode(DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      screen.mark();

      page.getByTestId("acknowledge").click();

      assertThat(page.getByTestId("acknowledge")).hasCount(0);
      assertThat(page.getByTestId("acknowledged")).isVisible();
      assertThat(screen.isStillTheSamePage()).isTrue();
      page.reload();
      assertThat(page.getByTestId("acknowledged")).isVisible();
      assertThat(screen.complaints()).isEmpty();
    }
    assertThat(therapist.all("/v1/alerts?severity=RED", "alerts"))
        .singleElement()
        .matches(alert -> alert.path("acknowledgedBy").asText().equals(therapist.id()));
  }

  @Test
  void the_episode_of_another_is_a_page_that_does_not_exist() {
    Case colleagues = clinic.therapist().newCase();
    clinic.postSeries(colleagues, List.of("36"));
    try (Screen screen = signedIn(DESK, ColorScheme.LIGHT)) {
      int status =
          screen
              .page()
              .navigate(attune.feedback().at("/episodes/" + colleagues.episode()).toString())
              .status();

      assertThat(status).isEqualTo(404);
      assertThat(screen.page().content()).doesNotContain(colleagues.client());
    }
  }

  @Test
  void signed_out_there_is_nothing_to_see() {
    clinic.postSeries(about, List.of("36"));
    shown(1);
    try (Screen screen = signedIn(DESK, ColorScheme.LIGHT)) {
      screen.page().getByTestId("sign-out").click();

      assertThat(screen.page().getByTestId("sign-in")).isVisible();
      screen.visit("/episodes/" + about.episode());
      assertThat(screen.page().getByTestId("sign-in")).isVisible();
    }
  }

  @Test
  void every_page_carries_a_content_security_policy() {
    Answer page = attune.feedback().get(null, "/sign-in");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.header("content-security-policy"))
        .contains("default-src")
        .doesNotContain("unsafe-inline", "unsafe-eval", "http:");
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothing_keeps_people_out_of_any_page(ColorScheme scheme) {
    clinic.postSeries(about, Case.STRAINED);
    Case open = therapist.newCase();
    clinic.postSeries(open, UP_TO_THE_DROP);
    shown(7);
    Eventually.holds(
        () -> assertThat(therapist.all("/v1/alerts?status=OPEN", "alerts")).hasSize(1));
    try (Screen screen = Screen.open(browser, attune, DESK, scheme)) {
      screen.visit("/");
      assertThat(screen.barriers()).as("sign-in").isEmpty();
      screen.signIn(clinic.tenant(), therapist.id());
      screen.isLive();
      assertThat(screen.barriers()).as("caseload").isEmpty();
      for (Case each : List.of(about, open)) {
        screen.visit("/episodes/" + each.episode());
        screen.isLive();
        assertThat(screen.page().getByTestId("chart").locator("canvas, svg").first()).isVisible();
        assertThat(screen.barriers()).as("episode").isEmpty();
      }
    }
  }

  @Test
  void every_page_fits_a_phone_without_scrolling_sideways() {
    clinic.postSeries(about, UP_TO_THE_DROP);
    shown(5);
    try (Screen screen = Screen.open(browser, attune, PHONE, ColorScheme.LIGHT)) {
      screen.visit("/");
      assertThat(screen.overhang()).as("sign-in").isZero();
      screen.signIn(clinic.tenant(), therapist.id());
      screen.isLive();
      assertThat(screen.overhang()).as("caseload").isZero();
      screen.row(about.episode()).locator("a").first().click();
      screen.page().getByTestId("acknowledge").waitFor();
      assertThat(screen.page().getByTestId("chart").locator("canvas, svg").first()).isVisible();
      assertThat(screen.overhang()).as("episode").isZero();
      assertThat(screen.complaints()).isEmpty();
    }
  }

  private Screen signedIn(int width, ColorScheme scheme) {
    Screen screen = Screen.open(browser, attune, width, scheme);
    screen.signIn(clinic.tenant(), therapist.id());
    return screen;
  }

  private Screen onEpisode(int width, ColorScheme scheme) {
    Screen screen = signedIn(width, scheme);
    screen.visit("/episodes/" + about.episode());
    return screen;
  }

  private static Locator alert(Page page) {
    return page.getByTestId("alert");
  }

  private static HasAttributeOptions within() {
    return new HasAttributeOptions().setTimeout(15_000);
  }

  private void postFrom(int session, List<String> totals) {
    for (int i = 0; i < totals.size(); i++) {
      assertThat(clinic.post(about.srs(session + i, totals.get(i))).status()).isEqualTo(202);
    }
  }

  /** Waits until the read model holds so many scores. */
  private void shown(int scores) {
    Eventually.holds(() -> {
      assertThat(therapist.get("/v1/episodes/" + about.episode()).status()).isEqualTo(200);
      assertThat(clinic.shown(therapist, about).scores()).hasSize(scores);
    });
  }
}
