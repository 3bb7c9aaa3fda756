package dev.attune.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.attune.contracts.Rating;
import dev.attune.systemtests.client.Answer;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.SharedSystem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rating form as a person fills it in. */
@ExtendWith({SharedSystem.class, Chromium.class})
class FormIT {
  private static final int DESK = 1280;
  private static final int PHONE = 360;
  private static final int GAD7_QUESTIONS = 7;
  private static final int TOMS_ANSWERS = 25;
  private static final String SENT = "[data-testid=done]";

  private final Attune attune;
  private final Browser browser;
  private final Clinic clinic;
  private final Case about;

  FormIT(Attune attune, Browser browser) {
    this.attune = attune;
    this.browser = browser;
    this.clinic = new Clinic(attune);
    this.about = clinic.therapist().newCase();
  }

  @Test
  void a_form_is_filled_in_and_sent_with_the_keyboard_alone() {
    try (Screen screen = open(form("gad7", "toms-open"), DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      for (int question = 0; question < GAD7_QUESTIONS; question++) {
        tabTo(page, ask(page, question).locator("input[type=radio]").first());
        page.keyboard().press("Space");
        press(page, "ArrowDown", question % 3);
      }
      tabTo(page, page.getByTestId("next"));
      page.keyboard().press("Enter");
      tabTo(page, line(page, 0));
      page.keyboard().press("End");
      tabTo(page, line(page, 1));
      page.keyboard().press("ArrowLeft");
      tabTo(page, line(page, 2));
      page.keyboard().press("Space");
      tabTo(page, ask(page, 3).getByTestId("rather"));
      page.keyboard().press("Space");
      tabTo(page, page.getByTestId("send"));
      page.keyboard().press("Enter");
      tabTo(page, shown(page).getByTestId("leave-open"));
      page.keyboard().press("Enter");

      page.waitForSelector(SENT);
      assertThat(screen.complaints()).isEmpty();
    }
    assertThat(answers("gad7")).containsExactlyElementsOf(numbers(0, 1, 2, 0, 1, 2, 0));
    List<BigDecimal> marked = answers("toms-open");
    assertThat(marked)
        .hasSize(TOMS_ANSWERS)
        .startsWith(numbers(10, 4, 5).toArray(BigDecimal[]::new));
    assertThat(marked.subList(3, TOMS_ANSWERS)).containsOnlyNulls();
  }

  @Test
  void a_line_has_no_mark_until_it_is_touched_and_loses_it_again() {
    try (Screen screen = open(form("toms-open"), DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      Locator line = line(page, 0);
      assertThat(line).hasAttribute("aria-valuetext", "Not marked yet");

      line.click();
      assertThat(line)
          .hasAttribute(
              "aria-valuetext", "50 percent of the way from “Not at all” to “Completely”");
      ask(page, 0).getByTestId("rather").check();

      assertThat(line).hasAttribute("aria-valuetext", "Not marked yet");
      line.click();
      assertThat(ask(page, 0).getByTestId("rather")).not().isChecked();
    }
  }

  @Test
  void what_follows_a_yes_is_asked_after_a_yes() {
    try (Screen screen = open(form("toms-open"), PHONE, ColorScheme.LIGHT)) {
      Page page = screen.page();
      assertThat(ask(page, 15)).isHidden();

      ask(page, 14).getByText("Yes").click();
      line(page, 15).click();
      assertThat(ask(page, 16)).isVisible();
      ask(page, 14).getByText("No", new Locator.GetByTextOptions().setExact(true)).click();

      assertThat(ask(page, 15)).isHidden();
      send(page);
    }
    assertThat(answers("toms-open").get(14)).isEqualByComparingTo("0");
    assertThat(answers("toms-open").get(15)).isNull();
  }

  @Test
  void a_dropped_connection_loses_nothing_and_sends_once() {
    try (Screen screen = open(form("gad7"), PHONE, ColorScheme.LIGHT)) {
      Page page = screen.page();
      ask(page, 0).getByText("Nearly every day").click();
      page.context().setOffline(true);
      send(page);
      assertThat(page.locator("#state")).containsText("Not sent yet");
      assertThat(screen.overhang()).isZero();
      assertThat(screen.barriers()).isEmpty();

      page.context().setOffline(false);

      page.waitForSelector(SENT);
    }
    assertThat(attune.log().ratings(about.tenant(), about.episode())).hasSize(1);
    assertThat(answers("gad7").getFirst()).isEqualByComparingTo("3");
  }

  @Test
  void an_answer_that_got_lost_on_its_way_back_is_asked_for_again_and_counts_once() {
    try (Screen screen = open(form("gad7"), DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      var lost = new java.util.concurrent.atomic.AtomicInteger();
      page.route(
          "**/forms/*",
          route -> {
            if (route.request().method().equals("POST") && lost.getAndIncrement() == 0) {
              route.fetch();
              route.abort();
            } else {
              route.resume();
            }
          });
      ask(page, 0).getByText("Several days").click();

      send(page);

      page.waitForSelector(SENT);
      assertThat(lost).hasValue(2);
    }
    assertThat(attune.log().ratings(about.tenant(), about.episode())).hasSize(1);
  }

  @Test
  void a_form_that_was_left_is_found_as_it_was() {
    String link = form("gad7");
    try (Screen screen = open(link, PHONE, ColorScheme.LIGHT)) {
      Page page = screen.page();
      ask(page, 1).getByText("Several days").click();
      page.reload();

      assertThat(ask(page, 1).getByLabel("Several days")).isChecked();
      assertThat(page.locator(".restored")).isVisible();
      send(page);
      page.waitForSelector(SENT);
      assertThat(page.evaluate("() => JSON.stringify(localStorage)").toString())
          .contains("sent")
          .doesNotContain("answers", "parts");
    }
  }

  @Test
  void the_way_back_leads_to_the_part_before_and_after_the_end_to_nothing() {
    String link = form("gad7", "toms-open");
    try (Screen screen = open(link, DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      next(page);
      assertThat(shown(page)).hasAttribute("data-instrument", "toms-open");
      page.goBack();
      assertThat(shown(page)).hasAttribute("data-instrument", "gad7");
      next(page);
      send(page);
      page.waitForSelector(SENT);

      page.goBack();
      assertThat(page.getByTestId("ask")).hasCount(0);
      page.reload();
      assertThat(page.getByTestId("closed")).hasAttribute("data-why", "SENT");
    }
  }

  @Test
  void what_one_window_has_sent_the_other_cannot_send_otherwise() {
    String link = form("gad7");
    try (Screen screen = open(link, DESK, ColorScheme.LIGHT)) {
      Page first = screen.page();
      Page second = first.context().newPage();
      second.navigate(link);
      ask(second, 0).getByText("Nearly every day").click();
      ask(first, 0).getByText("Several days").click();

      send(first);
      first.waitForSelector(SENT);

      assertThat(second.getByTestId("closed")).hasAttribute("data-why", "SENT");
    }
    assertThat(answers("gad7").getFirst()).isEqualByComparingTo("1");
  }

  @Test
  void on_a_kiosk_nothing_of_a_person_is_left() {
    ObjectNode order = order("gad7");
    order.put("kiosk", true);
    try (Screen screen = open(link(order), DESK, ColorScheme.LIGHT)) {
      Page page = screen.page();
      ask(page, 0).getByText("Nearly every day").click();
      assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);

      send(page);
      page.waitForSelector(SENT);

      assertThat(page.getByTestId("done")).containsText("hand the device back");
      assertThat(page.url()).contains("/forms/done").contains("kiosk");
      assertThat(page.evaluate("() => localStorage.length")).isEqualTo(0);
      page.goBack();
      assertThat(page.getByTestId("ask")).hasCount(0);
      assertThat(page.content()).doesNotContain("Nearly every day");
    }
  }

  @Test
  void not_today_is_asked_once_more_and_then_declined() {
    try (Screen screen = open(form("gad7"), PHONE, ColorScheme.DARK)) {
      Page page = screen.page();
      page.getByTestId("not-today").click();
      assertThat(page.locator("#not-today")).isVisible();
      assertThat(screen.barriers()).isEmpty();

      page.getByTestId("not-today-yes").click();

      page.waitForSelector(SENT);
    }
    assertThat(rating("gad7").declined()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothing_keeps_people_out_and_everything_fits_a_phone(ColorScheme scheme) {
    for (String instrument : List.of("toms-open", "phq9", "srs", "core10")) {
      ObjectNode order = order(instrument);
      order.put("language", "de");
      try (Screen screen = Screen.open(browser, attune, PHONE, scheme)) {
        screen.page().navigate(link(order));
        screen.page().locator("h1:visible").waitFor();
        assertThat(screen.barriers()).as(instrument).isEmpty();
        assertThat(screen.overhang()).as(instrument).isZero();
        assertThat(screen.page().locator("html")).hasAttribute("lang", "de");
      }
    }
    try (Screen screen = open(attune.intake().at("/forms/done").toString(), PHONE, scheme)) {
      assertThat(screen.barriers()).isEmpty();
    }
  }

  @Test
  void every_target_is_large_enough_for_a_thumb() {
    try (Screen screen = open(form("gad7", "toms-open"), PHONE, ColorScheme.LIGHT)) {
      Page page = screen.page();
      next(page);
      for (Locator target :
          page.locator(".option:visible, .rather:visible, .button:visible, .line input:visible")
              .all()) {
        assertThat(target.boundingBox().height).as(target.textContent()).isGreaterThanOrEqualTo(44);
      }
    }
  }

  @Test
  void a_form_that_needs_a_licence_is_not_shown() {
    try (Screen screen = Screen.open(browser, attune, DESK, ColorScheme.LIGHT)) {
      int status = screen.page().navigate(form("srs")).status();

      assertThat(status).isEqualTo(403);
      assertThat(screen.page().getByTestId("closed")).hasAttribute("data-why", "LICENCE");
      assertThat(screen.page().getByTestId("ask")).hasCount(0);
    }
  }

  private Screen open(String link, int width, ColorScheme scheme) {
    Screen screen = Screen.open(browser, attune, width, scheme);
    screen.page().navigate(link);
    screen.page().locator("h1:visible").waitFor();
    return screen;
  }

  private String form(String... instruments) {
    return link(order(instruments));
  }

  private ObjectNode order(String... instruments) {
    ObjectNode order = about.srs(1, "36");
    order.remove(List.of("instrument", "answers", "comment", "ratedAt"));
    ((ObjectNode) order.path("session")).put("delivery", "IN_PERSON");
    List.of(instruments).forEach(order.putArray("instruments")::add);
    return order;
  }

  private String link(ObjectNode order) {
    Answer made = attune.intake().post(clinic.ehr(), "/v1/forms", order.toString());
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    return made.json().path("link").asText();
  }

  private static Locator shown(Page page) {
    return page.locator("[data-testid=screen]:visible");
  }

  private static Locator ask(Page page, int place) {
    return shown(page).locator("[data-testid=ask][data-place='" + place + "']");
  }

  private static Locator line(Page page, int place) {
    return ask(page, place).getByTestId("line");
  }

  private static void next(Page page) {
    page.locator("[data-testid=next]:visible").click();
    leaveOpen(page);
  }

  private static void send(Page page) {
    page.locator("[data-testid=send]:visible").click();
    leaveOpen(page);
  }

  private static void leaveOpen(Page page) {
    Locator open = page.locator("[data-testid=leave-open]:visible");
    if (open.count() > 0) {
      open.click();
    }
  }

  /** Presses the tabulator until the element has the focus, as somebody without a mouse does. */
  private static void tabTo(Page page, Locator target) {
    target.waitFor();
    for (int i = 0; i < 100; i++) {
      if (Boolean.TRUE.equals(target.evaluate("e => e === document.activeElement"))) {
        return;
      }
      page.keyboard().press("Tab");
    }
    throw new AssertionError("the tabulator does not lead to " + target);
  }

  private static void press(Page page, String key, int times) {
    for (int i = 0; i < times; i++) {
      page.keyboard().press(key);
    }
  }

  private Rating rating(String instrument) {
    return attune.log().ratings(about.tenant(), about.episode()).stream()
        .map(logged -> Objects.requireNonNull(logged.value()))
        .filter(rating -> rating.instrument().equals(instrument))
        .reduce((earlier, later) -> later)
        .orElseThrow();
  }

  @SuppressWarnings("NullAway") // a class file does not tell that a record's list may hold nulls
  private List<BigDecimal> answers(String instrument) {
    return Objects.requireNonNull(rating(instrument).answers());
  }

  private static List<BigDecimal> numbers(int... values) {
    return java.util.Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
  }
}
