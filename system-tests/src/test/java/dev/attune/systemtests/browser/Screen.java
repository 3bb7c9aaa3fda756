package dev.attune.systemtests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.attune.systemtests.fixture.Attune;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One person's browser window, which remembers everything that the browser complained about. */
final class Screen implements AutoCloseable {
  private static final Set<String> GRAVE = Set.of("serious", "critical");

  private final Attune attune;
  private final BrowserContext context;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();

  private Screen(Attune attune, BrowserContext context) {
    this.attune = attune;
    this.context = context;
    this.page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
  }

  static Screen open(Browser browser, Attune attune, int width, ColorScheme scheme) {
    return new Screen(
        attune,
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setLocale("en-GB")
                .setColorScheme(scheme)));
  }

  /** Errors, warnings and violations of the content security policy. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  Page page() {
    return page;
  }

  void visit(String path) {
    page.navigate(attune.feedback().at(path).toString());
  }

  void signIn(String tenant, String therapist) {
    visit("/");
    page.locator("#tenant").fill(tenant);
    page.locator("#role").selectOption("therapist");
    page.locator("#subject").fill(therapist);
    page.getByTestId("sign-in").click();
    page.getByTestId("live-state").waitFor();
  }

  /** Waits until the page listens. */
  void isLive() {
    page.locator("[data-testid=live-state][data-state=live]").waitFor();
  }

  Locator row(String episode) {
    return page.locator("[data-testid=episode-row][data-episode='" + episode + "']");
  }

  /** Writes something into the page that a reload would wipe out. */
  void mark() {
    page.evaluate("() => { window.attuneMark = 'same page'; }");
  }

  boolean isStillTheSamePage() {
    return "same page".equals(page.evaluate("() => window.attuneMark"));
  }

  /** How far the page is wider than the window, in CSS pixels. */
  int overhang() {
    Object pixels =
        page.evaluate(
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
    return ((Number) pixels).intValue();
  }

  /** What keeps people out, in words. */
  List<String> barriers() {
    return new AxeBuilder(page)
        .analyze().getViolations().stream()
            .filter(violation -> GRAVE.contains(violation.getImpact()))
            .map(Screen::told)
            .toList();
  }

  private static String told(Rule violation) {
    return violation.getId()
        + ": "
        + violation.getNodes().stream().map(node -> node.getHtml()).limit(3).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
