package dev.attune.intake.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.intake.domain.FormOrder;
import dev.attune.intake.domain.RatingContext;
import dev.attune.intake.form.FormLinks.Opened;
import dev.attune.intake.form.TestKeys.Settings;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormLinksTest {

  private static final Instant NOW = Instant.parse("2026-11-02T11:00:00.750Z");
  private static final Duration DAY = Duration.ofHours(24);
  private static final Path DIRECTORY = directory();
  private static final FormLinks LINKS = links("one");
  private static final FormOrder ORDER = order("E-77", "C-1");

  @Property(tries = 200)
  void what_is_sealed_is_opened_again(@ForAll("ids") String episode, @ForAll("ids") String client) {
    FormOrder order = order(episode, client);

    assertThat(LINKS.open(token(LINKS.seal(order, DAY, NOW)), NOW))
        .isInstanceOfSatisfying(
            Opened.Order.class, opened -> assertThat(opened.order()).isEqualTo(order));
  }

  @Property(tries = 1_000)
  void a_link_with_one_character_changed_leads_nowhere(
      @ForAll @IntRange(max = 2_000) int at, @ForAll("letters") char to) {
    String token = token(LINKS.seal(ORDER, DAY, NOW));
    int place = at % token.length();
    String changed = token.substring(0, place) + to + token.substring(place + 1);

    if (!sameBytes(changed, token)) {
      assertThat(LINKS.open(changed, NOW)).isEqualTo(new Opened.Refused(Closed.UNKNOWN));
    }
  }

  @Property(tries = 500)
  void whatever_stands_in_its_place_leads_nowhere(@ForAll String token) {
    assertThat(LINKS.open(token, NOW)).isEqualTo(new Opened.Refused(Closed.UNKNOWN));
  }

  @Test
  void a_link_ends_at_its_time() {
    FormLinks.Link link = LINKS.seal(ORDER, DAY, NOW);

    assertThat(link.expiresAt()).isEqualTo(Instant.parse("2026-11-03T11:00:00Z"));
    assertThat(LINKS.open(token(link), link.expiresAt().minusMillis(1)))
        .isInstanceOf(Opened.Order.class);
    assertThat(LINKS.open(token(link), link.expiresAt()))
        .isEqualTo(new Opened.Refused(Closed.EXPIRED));
  }

  @Test
  void a_link_tells_nothing_about_anybody() {
    String address = LINKS.seal(order("E-SECRET", "C-SECRET"), DAY, NOW).address();

    assertThat(address).startsWith(TestKeys.ADDRESS + "/forms/").doesNotContain("SECRET");
    for (String part : token(address).split("\\.", -1)) {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
          .doesNotContain("SECRET", "northside", "toms-open");
    }
  }

  @Test
  void two_links_to_the_same_form_are_two_forms() {
    var first = (Opened.Order) LINKS.open(token(LINKS.seal(ORDER, DAY, NOW)), NOW);
    var second = (Opened.Order) LINKS.open(token(LINKS.seal(ORDER, DAY, NOW)), NOW);

    assertThat(first.form()).isNotEqualTo(second.form());
  }

  @Test
  void a_link_to_another_address_is_told_so() {
    var there = new FormLinks(TestKeys.keys(TestKeys.write(DIRECTORY, "one"), "https://b.example"));

    assertThat(LINKS.open(token(there.seal(ORDER, DAY, NOW)), NOW))
        .isEqualTo(new Opened.Refused(Closed.ELSEWHERE));
  }

  @Test
  void a_link_that_another_key_sealed_leads_nowhere() {
    assertThat(LINKS.open(token(links("two").seal(ORDER, DAY, NOW)), NOW))
        .isEqualTo(new Opened.Refused(Closed.UNKNOWN));
  }

  @Test
  void the_first_key_seals_and_an_earlier_one_still_opens() {
    FormLinks renewed = links("two", "one");

    assertThat(renewed.open(token(LINKS.seal(ORDER, DAY, NOW)), NOW))
        .isInstanceOf(Opened.Order.class);
    assertThat(links("two").open(token(renewed.seal(ORDER, DAY, NOW)), NOW))
        .isInstanceOf(Opened.Order.class);
  }

  @Test
  void a_token_that_claims_to_need_no_key_leads_nowhere() {
    String open =
        base64("{\"alg\":\"none\",\"typ\":\"attune-form+jwt\"}")
            + "."
            + base64(
                "{\"aud\":\"%s\",\"exp\":9999999999,\"jti\":\"x\",\"form\":{}}"
                    .formatted(TestKeys.ADDRESS))
            + ".";

    assertThat(LINKS.open(open, NOW)).isEqualTo(new Opened.Refused(Closed.UNKNOWN));
  }

  @Test
  void the_longest_identifiers_make_a_link_that_is_taken_and_fits_a_code() {
    String longest = "x".repeat(128);
    FormLinks.Link link = LINKS.seal(order(longest, longest), Duration.ofDays(14), NOW);

    assertThat(token(link).length()).isLessThan(FormLinks.MAX_TOKEN);
    assertThat(QrSvg.of(link.address())).startsWith("<svg");
  }

  @Test
  void without_keys_no_link_is_taken() {
    assertThat(new FormLinks(TestKeys.none()).open(token(LINKS.seal(ORDER, DAY, NOW)), NOW))
        .isEqualTo(new Opened.Refused(Closed.UNKNOWN));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"keys\":[]}",
        "{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"c2hvcnQ\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}]}"
      })
  void keys_that_cannot_seal_stop_the_start(String content) throws IOException {
    Path file = Files.writeString(Files.createTempFile(DIRECTORY, "keys", ".json"), content);

    assertThatThrownBy(() -> TestKeys.keys(file, TestKeys.ADDRESS))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("attune.forms.keys")
        .hasMessageNotContaining("c2hvcnQ");
  }

  @Test
  void keys_without_an_address_stop_the_start() {
    Path file = TestKeys.write(DIRECTORY, "one");
    for (var address : List.of(Optional.<URI>empty(), Optional.of(URI.create("rate.example")))) {
      assertThatThrownBy(() -> new FormKeys(new Settings(Optional.of(file), address)))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("attune.forms.address");
    }
  }

  @Provide
  Arbitrary<String> ids() {
    return Arbitraries.strings()
        .withChars("abcXYZ0189._:@~+=-")
        .ofMaxLength(127)
        .map(rest -> "a" + rest);
  }

  @Provide
  Arbitrary<Character> letters() {
    return Arbitraries.chars()
        .with("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");
  }

  /** The last character of a part has bits that stand for nothing. */
  private static boolean sameBytes(String one, String other) {
    String[] left = one.split("\\.", -1);
    String[] right = other.split("\\.", -1);
    if (left.length != right.length || !left[0].equals(right[0])) {
      return false;
    }
    for (int i = 1; i < left.length; i++) {
      if (!java.util.Arrays.equals(lenient(left[i]), lenient(right[i]))) {
        return false;
      }
    }
    return true;
  }

  private static byte[] lenient(String part) {
    return org.jose4j.base64url.Base64Url.decode(part);
  }

  private static FormLinks links(String... ids) {
    return new FormLinks(TestKeys.keys(TestKeys.write(DIRECTORY, ids), TestKeys.ADDRESS));
  }

  private static String token(FormLinks.Link link) {
    return token(link.address());
  }

  private static String token(String address) {
    return address.substring(address.lastIndexOf('/') + 1);
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  static FormOrder order(String episode, String client) {
    return new FormOrder(
        new RatingContext(
            "northside",
            episode,
            client,
            "T-9",
            Population.ADULT,
            new SessionRef("S-42", 4, NOW, Setting.INDIVIDUAL, Delivery.VIDEO),
            new Rater(Perspective.CLIENT, client)),
        List.of(new FormOrder.Asked("toms-open", "0.0")),
        "de",
        true);
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("attune-forms");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
