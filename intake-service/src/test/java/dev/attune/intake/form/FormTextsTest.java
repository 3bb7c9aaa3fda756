package dev.attune.intake.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.web.Languages;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FormTextsTest {

  private static final Pattern PARAMETER = Pattern.compile("\\{(?:#when )?([a-z]\\w*)|# ");
  private static final Pattern CASE = Pattern.compile("\\{#is ([A-Z]+)}");

  /** Words that judge somebody, or frighten. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("rupture|ruptur|at risk|gefährdet|score|punktzahl|diagnos|fail|versag");

  @Test
  void every_text_exists_in_every_language_and_no_other() {
    Set<String> wanted =
        Arrays.stream(FormTexts.class.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Locale language : Languages.SPOKEN) {
      assertThat(texts(language).stringPropertyNames())
          .as("%s", language)
          .containsExactlyInAnyOrderElementsOf(wanted);
    }
  }

  @Test
  void a_text_holds_the_same_values_in_every_language() {
    Properties english = texts(Locale.ENGLISH);
    Properties german = texts(Locale.GERMAN);
    for (String key : english.stringPropertyNames()) {
      assertThat(found(PARAMETER, german.getProperty(key)))
          .as(key)
          .isEqualTo(found(PARAMETER, english.getProperty(key)));
    }
  }

  @Test
  void every_reason_why_there_is_no_form_has_words_of_its_own() {
    Set<String> reasons =
        Arrays.stream(Closed.values())
            .filter(why -> why != Closed.FAULT)
            .map(Closed::name)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Locale language : Languages.SPOKEN) {
      for (String key : Set.of("closedTitle", "closedText")) {
        assertThat(found(CASE, texts(language).getProperty(key))).isEqualTo(reasons);
      }
    }
  }

  @Test
  void no_text_judges_anybody() {
    for (Locale language : Languages.SPOKEN) {
      texts(language)
          .forEach((key, text) ->
              assertThat(((String) text).toLowerCase(Locale.ROOT))
                  .as("%s in %s", key, language)
                  .doesNotContainPattern(FORBIDDEN));
    }
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map((MatchResult one) -> one.groupCount() > 0 && one.group(1) != null ? one.group(1) : "#")
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(Locale language) {
    String file = "/messages/form_" + language.getLanguage() + ".properties";
    var texts = new Properties();
    try (InputStream in =
        Objects.requireNonNull(FormTextsTest.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
