package dev.attune.systemtests.stories;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.Headers;
import dev.attune.contracts.Topic;
import dev.attune.systemtests.check.Logged;
import dev.attune.systemtests.client.LogWriter;
import dev.attune.systemtests.client.RawRecord;
import dev.attune.systemtests.fixture.Attune;
import dev.attune.systemtests.fixture.Case;
import dev.attune.systemtests.fixture.Clinic;
import dev.attune.systemtests.fixture.Eventually;
import dev.attune.systemtests.fixture.SharedSystem;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SharedSystem.class)
class DeadLettersIT {
  private static final byte[] NO_JSON = "{ 36, 37,".getBytes(UTF_8);

  private final Attune attune;
  private final Clinic clinic;
  private final Clinic.Therapist therapist;
  private final Case about;
  private final LogWriter writer;

  DeadLettersIT(Attune attune) {
    this.attune = attune;
    this.clinic = new Clinic(attune);
    this.therapist = clinic.therapist();
    this.about = therapist.newCase();
    this.writer = new LogWriter(attune.bootstrapServers());
  }

  @AfterEach
  void nothing_was_stopped() {
    writer.close();
    clinic.postSeries(about, Case.STRAINED);
    Eventually.holds(() ->
        assertThat(therapist.all("/v1/alerts?status=REPAIRED", "alerts"))
            .singleElement()
            .matches(alert -> alert.path("episode").asText().equals(about.episode())));
  }

  @Test
  void the_log_itself_refuses_a_rating_without_a_key() {
    assertThatThrownBy(() -> write(Topic.RATINGS, null, rating(1), Map.of()))
        .rootCause()
        .isInstanceOf(InvalidRecordException.class);
  }

  @Test
  void a_rating_under_no_key_of_a_rating_is_a_dead_letter() {
    String key = about.tenant() + "/" + about.episode();

    isDead(
        DeadReason.BAD_KEY, "scoring-service", key, write(Topic.RATINGS, key, rating(1), Map.of()));
  }

  @Test
  void a_rating_under_the_key_of_another_is_a_dead_letter() {
    String key = about.key(2);

    isDead(
        DeadReason.KEY_MISMATCH,
        "scoring-service",
        key,
        write(Topic.RATINGS, key, rating(1), Map.of()));
  }

  @Test
  void a_rating_of_another_tenant_under_this_ones_key_is_a_dead_letter() {
    byte[] foreign = bytes(about.srs(1, "36").put("tenant", "somewhere-else"));
    String key = about.key(1);

    isDead(
        DeadReason.KEY_MISMATCH,
        "scoring-service",
        key,
        write(Topic.RATINGS, key, foreign, Map.of()));
  }

  @Test
  void a_rating_of_a_newer_schema_is_a_dead_letter() {
    var newer = Map.of(Headers.CE_TYPE, "dev.attune.rating.v2");
    String key = about.key(1);

    isDead(
        DeadReason.UNKNOWN_SCHEMA,
        "scoring-service",
        key,
        write(Topic.RATINGS, key, rating(1), newer));
  }

  @Test
  void a_rating_on_an_instrument_nobody_knows_is_a_dead_letter() {
    ObjectNode unknown = about.srs(1, "36").put("tenant", about.tenant()).put("instrument", "mood");
    String key = about.key(1).replace("/srs/", "/mood/");

    isDead(
        DeadReason.UNKNOWN_INSTRUMENT,
        "scoring-service",
        key,
        write(Topic.RATINGS, key, bytes(unknown), Map.of()));
  }

  @Test
  void a_rating_with_answers_that_do_not_fit_is_a_dead_letter() {
    ObjectNode tooMany = about.srs(1, "36").put("tenant", about.tenant());
    tooMany.withArray("answers").add(9);
    String key = about.key(1);

    isDead(
        DeadReason.UNSCORABLE,
        "scoring-service",
        key,
        write(Topic.RATINGS, key, bytes(tooMany), Map.of()));
  }

  @ParameterizedTest
  @EnumSource(
      value = Topic.class,
      names = {"RATINGS", "SCORES", "ALERTS", "SESSIONS"})
  void what_is_no_json_is_a_dead_letter_of_every_reader(Topic topic) {
    String key = keyOn(topic);

    RecordMetadata written = write(topic, key, NO_JSON, Map.of());

    readersOf(topic).forEach(reader -> isDead(DeadReason.UNREADABLE, reader, key, written));
  }

  @Test
  void a_rating_of_an_older_writer_without_headers_is_scored() {
    write(Topic.RATINGS, about.key(1), rating(1), Map.of());

    Eventually.holds(() -> assertThat(scoredKeys()).contains(about.key(1)));
  }

  @Test
  void a_rating_of_a_newer_writer_with_one_more_field_is_scored() {
    ObjectNode newer = about.srs(1, "36").put("tenant", about.tenant()).put("weather", "fair");
    write(
        Topic.RATINGS, about.key(1), bytes(newer), Map.of(Headers.CE_TYPE, "dev.attune.rating.v1"));

    Eventually.holds(() -> assertThat(scoredKeys()).contains(about.key(1)));
  }

  private void isDead(DeadReason reason, String service, String key, RecordMetadata written) {
    Eventually.holds(() ->
        assertThat(lettersOf(written))
            .filteredOn(letter -> service.equals(letter.headers().get(Headers.DEAD_SERVICE)))
            .singleElement()
            .satisfies(letter -> {
              assertThat(letter.headers()).containsEntry(Headers.DEAD_REASON, reason.code());
              assertThat(letter.key()).isEqualTo(key);
              assertThat(letter.logged().value()).hasSize(written.serializedValueSize());
            }));
  }

  private List<RawRecord> lettersOf(RecordMetadata written) {
    var place =
        Map.of(
            Headers.DEAD_TOPIC, written.topic(),
            Headers.DEAD_PARTITION, Integer.toString(written.partition()),
            Headers.DEAD_OFFSET, Long.toString(written.offset()));
    return attune.log().raw(Topic.DEAD_LETTERS).stream()
        .filter(letter -> letter.headers().entrySet().containsAll(place.entrySet()))
        .toList();
  }

  private RecordMetadata write(
      Topic topic, @Nullable String key, byte[] value, Map<String, String> headers) {
    return writer.write(topic, about.key(1), key, value, headers);
  }

  private String keyOn(Topic topic) {
    return switch (topic) {
      case RATINGS, SCORES -> about.key(1);
      case SESSIONS -> about.tenant() + "/" + about.episode() + "/S-1";
      case ALERTS -> about.tenant() + "/" + about.episode() + "/alr_1";
      case DEAD_LETTERS -> throw new IllegalArgumentException("nobody reads " + topic);
    };
  }

  private static List<String> readersOf(Topic topic) {
    return switch (topic) {
      case RATINGS -> List.of("scoring-service");
      case SCORES, SESSIONS -> List.of("alert-service", "feedback-service");
      case ALERTS -> List.of("feedback-service");
      case DEAD_LETTERS -> List.of();
    };
  }

  private List<String> scoredKeys() {
    return attune.log().scores(clinic.tenant()).stream().map(Logged::key).toList();
  }

  private byte[] rating(int session) {
    return bytes(about.srs(session, "36").put("tenant", about.tenant()));
  }

  private static byte[] bytes(ObjectNode json) {
    return json.toString().getBytes(UTF_8);
  }
}
