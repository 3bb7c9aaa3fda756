package dev.attune.instruments;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The catalogue as a page of the documents, in Markdown. */
public final class CataloguePage {

  private static final String REGISTER = "/instruments/register.txt";

  private static final String HEAD =
      """
      # Instruments

      Written from the definitions by `./attune instruments page > docs/instruments.md`; a test fails while it says anything else.

      Each clinical number in a definition carries where it comes from; `GET /v1/instruments/{id}` of intake-service shows it. **How far** says how far
      a definition may be trusted: *ready*; *verify key*, where some of the key was not read in the published form; *unvalidated*, written for this
      project; *key missing*, where the key is not public and nothing is scored until a [pack](packs.md) of the site defines it; *observer scheme*, codes
      and ratings of trained observers without a total; *not scored*, kept and shown only. **Form** says what a screen that asks the items needs.
      Answers from paper or an EHR are taken for every instrument that has a key.

      | Id | Instrument | Version | Rated by | Items | Scores | T score | How far | Form |
      |---|---|---|---|---|---|---|---|---|
      """;

  private CataloguePage() {}

  /** The page of these instruments. */
  public static String of(Catalogue catalogue) {
    var page = new StringBuilder(HEAD);
    catalogue.all().forEach(one -> page.append(row(one)));
    page.append("\n## What is uncertain everywhere\n\n");
    register().forEach(line -> page.append("* ").append(line).append('\n'));
    page.append("\n## Each instrument: rights, what is uncertain, sources\n");
    catalogue.all().forEach(one -> page.append(section(one)));
    return page.toString();
  }

  private static String row(Instrument one) {
    return "| [`%s`](#%s) | %s | %s | %s | %d | %s | %s | %s | %s |\n"
        .formatted(
            one.id(),
            one.id(),
            one.name(),
            one.version(),
            one.perspectives().stream().map(CataloguePage::words).collect(joining(", ")),
            one.items().size(),
            scores(one),
            norms(one),
            status(one.status()),
            form(one));
  }

  private static String scores(Instrument one) {
    return one.scales().isEmpty()
        ? "none"
        : one.scales().stream()
            .map(scale -> {
              if (one.isStandardised(scale)) {
                return scale.id() + " (T)";
              }
              Range range = one.range(scale.id());
              return "%s %s to %s"
                  .formatted(scale.id(), range.min().toPlainString(), range.max().toPlainString());
            })
            .collect(joining(", "));
  }

  private static String norms(Instrument one) {
    String grades =
        one.norms().stream()
            .filter(Norm::carriesT)
            .map(norm -> norm.grade().name())
            .distinct()
            .sorted()
            .collect(joining(", "));
    return grades.isEmpty() ? "none" : "grade " + grades;
  }

  private static String status(Instrument.Status status) {
    return switch (status) {
      case READY -> "ready";
      case VERIFY_KEY -> "verify key";
      case UNVALIDATED -> "unvalidated";
      case CUSTOM_PACK_REQUIRED -> "key missing";
      case OBSERVER_SCHEME -> "observer scheme";
      case NOT_SCORED -> "not scored";
    };
  }

  private static String form(Instrument one) {
    boolean worded = one.perspectives().stream().anyMatch(p -> !one.languages(p).isEmpty());
    return switch (one.licence().gate()) {
      case OPEN -> worded ? "open" : "text pack";
      case KEY_ONLY -> "text pack with permission";
      case BLOCKED_ELECTRONIC -> "licence and text pack";
      case CUSTOM_PACK -> "key and text pack";
    };
  }

  private static String section(Instrument one) {
    var section = new StringBuilder("\n### %s\n\n%s.".formatted(one.id(), one.name()));
    Licence licence = one.licence();
    section.append(" Rights: ").append(licence.holder());
    section.append(licence.spdx() == null ? "." : " (" + licence.spdx() + ").");
    section.append(licence.note() == null ? "\n" : " " + licence.note() + "\n");
    bullets(section, "Uncertain", one.uncertain());
    bullets(section, "Sources", one.sources().stream().map(CataloguePage::source).toList());
    return section.toString();
  }

  private static void bullets(StringBuilder section, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      section.append("\n").append(title).append(":\n\n");
      lines.forEach(line -> section.append("* ").append(line).append('\n'));
    }
  }

  private static String source(Source source) {
    return source.address() == null
        ? source.title()
        : "[%s](%s)".formatted(source.title(), source.address());
  }

  private static String words(Perspective perspective) {
    return perspective.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> register() {
    try (InputStream register = Catalogue.open(REGISTER)) {
      return new String(register.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
