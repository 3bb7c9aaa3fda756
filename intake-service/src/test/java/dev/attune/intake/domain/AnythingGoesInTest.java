package dev.attune.intake.domain;

import static dev.attune.intake.domain.Bodies.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Json;
import dev.attune.contracts.Rating;
import dev.attune.instruments.Catalogue;
import dev.attune.intake.domain.Reading.Illegal;
import dev.attune.intake.domain.Reading.Legal;
import dev.attune.intake.domain.Reading.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Whatever arrives, reading gives a rating or a refusal, and both can be written down. */
class AnythingGoesInTest {

  private static final RatingReader READER = new RatingReader(Catalogue.shipped());

  @Property(tries = 5_000)
  void any_bytes_are_read_or_refused(@ForAll @Size(max = 200) byte[] body) {
    read(body);
  }

  @Property(tries = 20_000)
  void a_rating_with_a_few_bytes_changed_is_read_or_refused(@ForAll("spoilt") byte[] body) {
    read(body);
  }

  @Property(tries = 5_000)
  void a_rating_with_any_json_in_one_place_is_read_or_refused(
      @ForAll("places") String pointer, @ForAll("json") String json) {
    read(Bodies.bytes(Bodies.with(Bodies.RATING, pointer, json)));
  }

  @Provide
  Arbitrary<byte[]> spoilt() {
    byte[] whole = Bodies.bytes(Bodies.RATING);
    var change =
        Combinators.combine(
                Arbitraries.integers().between(0, whole.length - 1), Arbitraries.bytes())
            .as(Change::new);
    var cut = Arbitraries.integers().between(whole.length / 2, whole.length + 3);
    return Combinators.combine(change.list().ofMaxSize(4), cut)
        .as((changes, length) -> {
          byte[] body = whole.clone();
          changes.forEach(one -> body[one.at()] = one.to());
          return Arrays.copyOf(body, length);
        });
  }

  private record Change(int at, byte to) {}

  @Provide
  Arbitrary<String> places() {
    return Arbitraries.of(
        "/episode",
        "/population",
        "/session",
        "/session/number",
        "/session/heldAt",
        "/instrument",
        "/rater",
        "/answers",
        "/scores",
        "/declined",
        "/comment",
        "/ratedAt",
        "/else");
  }

  @Provide
  Arbitrary<String> json() {
    var text =
        Arbitraries.strings().ofMaxLength(20).map(s -> Json.MAPPER.valueToTree(s).toString());
    var number = Arbitraries.bigDecimals().map(n -> n.toString()).injectDuplicates(0.1);
    var exponent = Arbitraries.longs().map(n -> "1e" + n);
    var word = Arbitraries.of("null", "true", "false", "{}", "[]", "-0", "[null,null,null,null]");
    var simple = Arbitraries.oneOf(text, number, exponent, word);
    var array = simple.list().ofMaxSize(6).map(values -> "[" + String.join(",", values) + "]");
    var object =
        Combinators.combine(text, simple).as((name, value) -> "{" + name + ":" + value + "}");
    return Arbitraries.oneOf(simple, array, object);
  }

  private static void read(byte[] body) {
    Reading<Rating> reading = READER.read(body, "northside", NOW);
    switch (reading) {
      case Legal<Rating>(Rating rating) -> {
        byte[] written = Json.write(rating);
        assertThat(Json.read(written, Rating.class)).isEqualTo(rating);
      }
      case Illegal<Rating>(var faults) -> {
        assertThat(faults).isNotEmpty().hasSizeLessThanOrEqualTo(Faults.MAX);
        assertThat(new String(Json.write(faults), StandardCharsets.UTF_8)).isNotEmpty();
      }
      case Unreadable<Rating>(int line, int column) -> {
        assertThat(line).isPositive();
        assertThat(column).isPositive();
      }
    }
  }
}
