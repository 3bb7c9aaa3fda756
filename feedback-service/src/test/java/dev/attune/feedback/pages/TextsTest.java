package dev.attune.feedback.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.web.Languages;
import io.quarkus.qute.i18n.MessageBundle;
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
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {

  private static final Pattern PARAMETER = Pattern.compile("\\{(?:#if |#when )?([a-z]\\w*)");

  /** Words that call a finding what is a prompt, or blame somebody. */
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "rupture|ruptur|dissatisf|unzufrieden|at risk|gefährdet|off track|failing|versagt|detected"
              + "|festgestellt|danger|gefahr");

  static Stream<Class<?>> bundles() {
    return Stream.of(
        CommonTexts.class,
        CaseloadTexts.class,
        EpisodeTexts.class,
        SignTexts.class,
        OutsideTexts.class);
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void every_text_exists_in_every_language_and_no_other(Class<?> bundle) {
    Set<String> wanted =
        Arrays.stream(bundle.getDeclaredMethods())
            .map(Method::getName)
            .collect(Collectors.toCollection(TreeSet::new));
    for (Locale language : Languages.SPOKEN) {
      Properties texts = texts(bundle, language);
      assertThat(texts.stringPropertyNames())
          .as("%s in %s", bundle.getSimpleName(), language)
          .containsExactlyInAnyOrderElementsOf(wanted);
      assertThat(texts.values()).allSatisfy(text -> assertThat((String) text).isNotBlank());
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void a_text_holds_the_same_values_in_every_language(Class<?> bundle) {
    Properties english = texts(bundle, Locale.ENGLISH);
    Properties german = texts(bundle, Locale.GERMAN);
    for (String key : english.stringPropertyNames()) {
      assertThat(values(german.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("bundles")
  void no_text_calls_a_finding_what_is_a_prompt(Class<?> bundle) {
    for (Locale language : Languages.SPOKEN) {
      texts(bundle, language)
          .forEach((key, text) ->
              assertThat(((String) text).toLowerCase(Locale.ROOT))
                  .as("%s in %s", key, language)
                  .doesNotContainPattern(FORBIDDEN));
    }
  }

  private static Set<String> values(String text) {
    return PARAMETER
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties texts(Class<?> bundle, Locale language) {
    String name = bundle.getAnnotation(MessageBundle.class).value();
    String file = "/messages/" + name + "_" + language.getLanguage() + ".properties";
    var texts = new Properties();
    try (InputStream in = Objects.requireNonNull(TextsTest.class.getResourceAsStream(file), file)) {
      texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
