package dev.attune.intake.domain;

import static dev.attune.intake.domain.Bodies.NOW;
import static dev.attune.intake.domain.Bodies.RATING;
import static dev.attune.intake.domain.Bodies.bytes;
import static dev.attune.intake.domain.Bodies.with;
import static dev.attune.intake.domain.Bodies.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.attune.contracts.Rating;
import dev.attune.instruments.Catalogue;
import dev.attune.intake.domain.Reading.Illegal;
import dev.attune.intake.domain.Reading.Legal;
import dev.attune.intake.domain.Reading.Unreadable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatingReaderTest {

  private static final RatingReader READER = new RatingReader(Catalogue.shipped());

  @Test
  void a_legal_rating_is_read_with_the_callers_tenant_and_exact_decimals() {
    Rating rating = legal(with(RATING, "/answers", "[9.5, 9.20, null, 0.1]"));

    assertThat(rating.tenant()).isEqualTo("northside");
    assertThat(rating.key().text()).isEqualTo("northside/E-77/S-42/srs/CLIENT/C-1");
    assertThat(rating.answers())
        .containsExactly(
            new BigDecimal("9.5"), new BigDecimal("9.20"), null, new BigDecimal("0.1"));
    assertThat(rating.comment()).isNull();
  }

  @Test
  void totals_alone_are_a_rating() {
    Rating rating = legal(with(without(RATING, "/answers"), "/scores", "{\"total\":37.1}"));

    assertThat(rating.scores()).containsEntry("total", new BigDecimal("37.1"));
    assertThat(rating.answers()).isNull();
  }

  @Test
  void to_decline_is_a_rating() {
    assertThat(legal(with(without(RATING, "/answers"), "/declined", "true")).declined()).isTrue();
  }

  @Test
  void language_of_the_form_and_reversal_at_capture_are_kept() {
    Rating told = legal(with(with(RATING, "/language", "\"de\""), "/keyedAtCapture", "true"));

    assertThat(told.language()).isEqualTo("de");
    assertThat(told.keyedAtCapture()).isTrue();
    assertThat(legal(RATING).language()).isNull();
    assertThat(legal(RATING).keyedAtCapture()).isFalse();
  }

  @Test
  void without_answers_nothing_was_reversed_at_capture() {
    String declined = with(without(RATING, "/answers"), "/declined", "true");

    assertThat(legal(with(declined, "/keyedAtCapture", "false")).declined()).isTrue();
    assertThat(faults(with(declined, "/keyedAtCapture", "true")))
        .containsExactly(new Fault("/keyedAtCapture", "must not be true without answers"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"2026-11-02T11:05:00Z", "2026-11-02T12:00:00+01:00", "1970-01-01T00:00:00Z"})
  void a_session_from_1970_until_the_clocks_of_others_may_be_ahead_is_legal(String heldAt) {
    assertThat(read(with(RATING, "/session/heldAt", quoted(heldAt)))).isInstanceOf(Legal.class);
  }

  @Test
  void a_comment_keeps_its_line_breaks_and_its_smile() {
    String comment = "felt heard \uD83D\uDE42\n\tbetter";

    assertThat(legal(with(RATING, "/comment", "\"felt heard \uD83D\uDE42\\n\\tbetter\"")).comment())
        .isEqualTo(comment);
  }

  static Stream<Arguments> bodiesWithOneFault() {
    return Stream.of(
        at("/session", "[]", "must be an object"),
        at("/language", "\"DE\"", "must be two small letters of ISO 639-1, e.g. de"),
        at("/language", "\"german\"", "must be two small letters of ISO 639-1, e.g. de"),
        at("/keyedAtCapture", "\"yes\"", "must be true or false"),
        at("/episode", "7", "must be a string"),
        at("/episode", "{\"a\":[1,{\"b\":2}]}", "must be a string"),
        at("/episode", "null", "must not be null"),
        at("/episode", "\"\"", "must not be empty"),
        at("/episode", "\"a/b\"", "must start with a letter or digit"),
        at("/client", "\"a\\u0000b\"", "must start with a letter or digit"),
        at("/client", "\"a\\nb\"", "must start with a letter or digit"),
        at("/therapist", quoted("x".repeat(300)), "must be at most 128 characters, was 300"),
        at("/session/id", quoted("\uD83D\uDE42"), "must start with a letter or digit"),
        at("/rater/id", quoted("../x"), "must start with a letter or digit"),
        at("/population", "\"adult\"", "must be one of ADULT, ADOLESCENT, CHILD"),
        at("/population", "1", "must be a string"),
        at("/session/setting", "\"ALONE\"", "must be one of INDIVIDUAL"),
        at("/session/delivery", "true", "must be a string"),
        at("/session/number", "0", "must be a whole number from 1"),
        at("/session/number", "1.5", "must be a whole number from 1"),
        at("/session/number", "9999999999", "must be a whole number from 1"),
        at("/session/number", "\"4\"", "must be a number"),
        at("/session/heldAt", "\"2026-11-02T11:05:01Z\"", "must not lie in the future"),
        at("/session/heldAt", "\"1969-12-31T23:59:59Z\"", "must not lie before 1970"),
        at("/session/heldAt", "\"2026-11-02\"", "must be an ISO 8601 date and time"),
        at("/session/heldAt", "\"yesterday\"", "must be an ISO 8601 date and time"),
        at("/session/heldAt", "1793613600", "must be a string"),
        at("/ratedAt", "\"2026-11-02T11:05:01Z\"", "must not lie in the future"),
        at("/ratedAt", "\"1969-12-31T23:59:59Z\"", "must not lie before 1970"),
        at("/instrument", "\"mmpi\"", "is not in the catalogue"),
        at("/instrument", "[\"srs\"]", "must be a string"),
        at("/rater/perspective", "\"THERAPIST\"", "is none that this instrument is made for"),
        at("/rater/perspective", "\"PARENT\"", "must be one of CLIENT"),
        at("/answers", "[9.5,9.2,9.4]", "must hold 4 answers"),
        at("/answers", "[9.5,9.2,9.4,9.1,9.9]", "must hold 4 answers"),
        at("/answers", "[]", "must hold 4 answers"),
        at("/answers", "\"9.5\"", "must be an array"),
        in("/answers/1", "/answers", "[9.5,10.1,9,9]", "must be null or lie between 0 and 10"),
        in("/answers/1", "/answers", "[9.5,-0.1,9,9]", "must be null or lie between 0 and 10"),
        in("/answers/3", "/answers", "[9.5,9,9,9.55]", "in steps of 0.1"),
        in("/answers/0", "/answers", "[\"9.5\",9,9,9]", "must be a number"),
        in("/answers/0", "/answers", "[true,9,9,9]", "must be a number"),
        in("/answers/0", "/answers", "[[9],9,9,9]", "must be a number"),
        in("/answers/0", "/answers", "[1e999,9,9,9]", "must have at most 20 digits"),
        in("/answers/0", "/answers", "[1e-999,9,9,9]", "must have at most 20 digits"),
        in("/answers/0", "/answers", "[1e99999999999,9,9,9]", "must have at most 20 digits"),
        in("/answers/0", "/answers", digits(10_000), "must be a number of at most 64"),
        at("/comment", quoted("x".repeat(4_001)), "must be at most 4000 characters, was 4001"),
        at("/comment", "\"a\\u0000b\"", "must hold no control characters"),
        at("/comment", "\"\\ud83d\"", "must hold no control characters"),
        at("/comment", "[]", "must be a string"),
        at("/declined", "\"no\"", "must be true or false"),
        at("/name", "\"Ada\"", "is not a field here"),
        at("/tenant", "\"southside\"", "is not a field here"),
        at("/session/place", "{\"room\":[1,2]}", "is not a field here"),
        at("/rater/age", "7", "is not a field here"));
  }

  @ParameterizedTest(name = "{0} {2}")
  @MethodSource("bodiesWithOneFault")
  void a_fault_is_named_with_its_place(String pointer, String body, String message) {
    assertThat(faults(body))
        .singleElement()
        .satisfies(fault -> {
          assertThat(fault.pointer()).isEqualTo(pointer);
          assertThat(fault.message()).contains(message);
        });
  }

  static Stream<Arguments> bodiesWithWrongContent() {
    String none = without(RATING, "/answers");
    return Stream.of(
        arguments(none, "", "must hold exactly one of answers, scores and declined, not 0"),
        arguments(
            with(RATING, "/declined", "true"),
            "",
            "must hold exactly one of answers, scores and declined, not 2"),
        arguments(
            with(with(RATING, "/scores", "{\"total\":30}"), "/declined", "true"),
            "",
            "must hold exactly one of answers, scores and declined, not 3"),
        arguments(with(none, "/scores", "{}"), "/scores", "must hold at least one of total"),
        arguments(with(none, "/scores", "{\"bond\":3}"), "/scores", "must hold only total"),
        arguments(
            with(none, "/scores", "{\"total\":40.1}"),
            "/scores/total",
            "must lie between 0 and 40"),
        arguments(with(none, "/scores", "{\"total\":null}"), "/scores/total", "must be a number"),
        arguments(with(none, "/scores", "[37.1]"), "/scores", "must be an object"),
        arguments(with(RATING, "/answers", "[" + "9,".repeat(599) + "9]"), "/answers", "held 600"));
  }

  @ParameterizedTest
  @MethodSource("bodiesWithWrongContent")
  void exactly_one_of_answers_scores_and_declined_fits_the_instrument(
      String body, String pointer, String message) {
    assertThat(faults(body))
        .anySatisfy(fault -> {
          assertThat(fault.pointer()).isEqualTo(pointer);
          assertThat(fault.message()).contains(message);
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/episode",
        "/client",
        "/therapist",
        "/population",
        "/session",
        "/session/id",
        "/session/heldAt",
        "/session/setting",
        "/session/delivery",
        "/instrument",
        "/rater",
        "/rater/perspective",
        "/rater/id",
        "/ratedAt"
      })
  void a_missing_field_is_named(String pointer) {
    assertThat(faults(without(RATING, pointer))).containsExactly(new Fault(pointer, "is missing"));
  }

  @Test
  void all_faults_are_told_at_once() {
    String body =
        with(
            with(
                with(without(RATING, "/therapist"), "/answers", "[11,\"x\",null,9.55]"),
                "/session/heldAt",
                "\"2027-01-01T00:00:00Z\""),
            "/nick",
            "1");

    assertThat(faults(body))
        .extracting(Fault::pointer)
        .containsExactlyInAnyOrder(
            "/therapist", "/answers/0", "/answers/1", "/answers/3", "/session/heldAt", "/nick");
  }

  @Test
  void a_field_that_is_there_twice_is_named() {
    String twice = RATING.replaceFirst("\\{", "{\"episode\":\"E-1\",");

    assertThat(faults(twice)).containsExactly(new Fault("/episode", "is there twice"));
  }

  @Test
  void a_scale_that_is_there_twice_is_named() {
    String twice = with(without(RATING, "/answers"), "/scores", "{\"total\":30,\"total\":31}");

    assertThat(faults(twice)).containsExactly(new Fault("/scores/total", "is there twice"));
  }

  @Test
  void a_score_that_is_no_number_is_one_fault_and_not_a_missing_one_too() {
    String text = with(without(RATING, "/answers"), "/scores", "{\"total\":\"37\"}");

    assertThat(faults(text)).containsExactly(new Fault("/scores/total", "must be a number"));
  }

  @Test
  void a_strange_name_is_shown_shortened_and_harmless() {
    String name = "a/b~\\u0000\\u00e9" + "x".repeat(100);

    assertThat(faults(RATING.replaceFirst("\\{", "{\"" + name.replace("\\", "\\\\") + "\":1,")))
        .singleElement()
        .extracting(Fault::pointer)
        .isEqualTo("/a~1b~0??" + "x".repeat(58));
  }

  @Test
  void the_answer_to_a_thousand_faults_stays_small() {
    String many =
        IntStream.range(0, 1_000)
            .mapToObj(i -> "\"f" + i + "\":1")
            .collect(Collectors.joining(","));

    assertThat(faults("{" + many + "}")).hasSize(Faults.MAX);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\"rating\"", "7", "null", "true"})
  void json_that_is_no_object_is_a_fault_of_the_whole(String body) {
    assertThat(faults(body)).contains(new Fault("", "must be an object"));
  }

  static Stream<Arguments> unreadableBodies() {
    return Stream.of(
        arguments("", 1, 1),
        arguments("   \n  ", 2, 3),
        arguments("{\"episode\":\"E-1\",\n \"client\" \"C-1\"}", 2, 12),
        arguments("{\"answers\":[NaN]}", 1, 16),
        arguments("{\"answers\":[+1]}", 1, 15),
        arguments("{\"answers\":[01]}", 1, 14),
        arguments("{\"episode\":\"a\tb\"}", 1, 15),
        arguments("{'episode':'E-1'}", 1, 3),
        arguments("{\"episode\":\"E-1\"", 1, 17),
        arguments("rating", 1, 7));
  }

  @ParameterizedTest
  @MethodSource("unreadableBodies")
  void what_is_no_json_is_refused_where_reading_stopped(String body, int line, int column) {
    assertThat(read(body)).isEqualTo(new Unreadable<>(line, column));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "x", "]", "1"})
  void nothing_may_follow_the_json(String behind) {
    assertThat(read(RATING + behind)).isInstanceOf(Unreadable.class);
  }

  @Test
  void bytes_that_are_no_utf_8_are_unreadable() {
    byte[] body = RATING.getBytes(StandardCharsets.UTF_8);
    body[20] = (byte) 0xFF;

    assertThat(READER.read(body, "northside", NOW)).isInstanceOf(Unreadable.class);
  }

  @Test
  void a_thousand_levels_are_unreadable() {
    String deep = "{\"x\":" + "[".repeat(1_000) + "]".repeat(1_000) + "}";

    assertThat(read(deep)).isInstanceOf(Unreadable.class);
  }

  private static Arguments at(String pointer, String json, String message) {
    return in(pointer, pointer, json, message);
  }

  private static Arguments in(String fault, String pointer, String json, String message) {
    return arguments(fault, with(RATING, pointer, json), message);
  }

  private static String digits(int count) {
    return "[" + "9".repeat(count) + ",9,9,9]";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static Reading<Rating> read(String body) {
    return READER.read(bytes(body), "northside", NOW);
  }

  private static Rating legal(String body) {
    return ((Legal<Rating>) read(body)).value();
  }

  private static List<Fault> faults(String body) {
    return ((Illegal<Rating>) read(body)).faults();
  }
}
