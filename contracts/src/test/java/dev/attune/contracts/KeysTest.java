package dev.attune.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Keys of the log as text and back. */
class KeysTest {

  @Property
  void key_of_a_rating_reads_back_from_its_text(@ForAll("ratingKeys") RatingKey key) {
    assertThat(RatingKey.parse(key.text())).isEqualTo(key);
  }

  @Property
  void key_of_a_session_reads_back_from_its_text(
      @ForAll("ids") String tenant, @ForAll("ids") String episode, @ForAll("ids") String session) {
    var key = new SessionKey(tenant, episode, session);

    assertThat(SessionKey.parse(key.text())).isEqualTo(key);
  }

  @Property
  void key_of_an_alert_reads_back_from_its_text(
      @ForAll("ids") String tenant, @ForAll("ids") String episode, @ForAll("ids") String alert) {
    var key = new AlertKey(tenant, episode, alert);

    assertThat(AlertKey.parse(key.text())).isEqualTo(key);
  }

  @Property
  void two_ratings_share_a_key_and_an_id_only_if_they_are_one(
      @ForAll("ratingKeys") RatingKey one, @ForAll("ratingKeys") RatingKey other) {
    assertThat(one.text().equals(other.text())).isEqualTo(one.equals(other));
    assertThat(one.ratingId().equals(other.ratingId())).isEqualTo(one.equals(other));
  }

  @Property
  void text_is_no_key_or_reads_back_as_it_was(@ForAll String text) {
    try {
      assertThat(RatingKey.parse(text).text()).isEqualTo(text);
    } catch (IllegalArgumentException e) {
      Assume.that(text.length() > 3);
      assertThat(e).hasMessageNotContaining(text);
    }
  }

  @Example
  void key_of_a_rating_tells_who_rated_what_with_what() {
    assertThat(RatingKey.parse("northside/E-77/S-42/srs/CLIENT/C-1"))
        .isEqualTo(new RatingKey("northside", "E-77", "S-42", "srs", Perspective.CLIENT, "C-1"));
  }

  @Example
  void rating_id_is_pinned() {
    assertThat(RatingKey.parse("northside/E-77/S-42/srs/CLIENT/C-1").ratingId())
        .isEqualTo("rat_7ebcc52dbf83c93370ae2df60bd22a16");
  }

  @Example
  void key_with_missing_or_further_parts_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> RatingKey.parse(""));
    assertThatIllegalArgumentException().isThrownBy(() -> RatingKey.parse("a/b/c/d/CLIENT"));
    assertThatIllegalArgumentException().isThrownBy(() -> RatingKey.parse("a/b/c/d/CLIENT/e/"));
    assertThatIllegalArgumentException().isThrownBy(() -> SessionKey.parse("a/b"));
    assertThatIllegalArgumentException().isThrownBy(() -> SessionKey.parse("a//b"));
    assertThatIllegalArgumentException().isThrownBy(() -> AlertKey.parse("a/b/c/d"));
  }

  @Example
  void key_with_an_unknown_perspective_is_refused_without_repeating_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RatingKey.parse("a/b/c/d/JaneDoe/e"))
        .withMessageNotContaining("Jane");
    assertThatIllegalArgumentException().isThrownBy(() -> RatingKey.parse("a/b/c/d/client/e"));
  }

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> first = Arbitraries.strings().alpha().numeric().ofLength(1);
    Arbitrary<String> rest =
        Arbitraries.strings().alpha().numeric().withChars("._:@~+=-").ofMaxLength(127);
    return first.flatMap(head -> rest.map(head::concat));
  }

  @Provide
  Arbitrary<RatingKey> ratingKeys() {
    Arbitrary<Perspective> perspectives = Arbitraries.of(Perspective.class);
    return ids()
        .list()
        .ofSize(5)
        .flatMap(ids ->
            perspectives.map(
                p -> new RatingKey(ids.get(0), ids.get(1), ids.get(2), ids.get(3), p, ids.get(4))));
  }
}
