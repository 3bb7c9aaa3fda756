package dev.attune.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import dev.attune.intake.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A service with the pack of the documents, with a licence, and with a pack that is wrong. */
@QuarkusTest
@TestProfile(PacksTest.WithPacks.class)
@QuarkusTestResource(Surroundings.class)
class PacksTest {

  @TestHTTPResource("/")
  URI base;

  private Intake intake;

  /** Says where the packs are. */
  public static final class WithPacks implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      try {
        Path packs = Files.createTempDirectory("attune-packs");
        Path documented =
            Path.of(System.getProperty("attune.root")).resolve("docs/packs/week-glance");
        Files.createSymbolicLink(packs.resolve("week-glance"), documented);
        Files.createDirectories(packs.resolve("broken"));
        Files.writeString(packs.resolve("broken/pack.yaml"), "id: broken\nid: twice\n");
        Files.createDirectories(packs.resolve("licensed/licences"));
        Files.writeString(
            packs.resolve("licensed/pack.yaml"), "{id: licensed, version: '1', title: Licences}");
        Files.writeString(
            packs.resolve("licensed/licences/srs.yaml"),
            "{instrument: srs, number: '4711', licensor: holder, licensee: clinic,"
                + " electronic: true, from: 2020-01-01}");
        return Map.of("attune.packs", packs.toString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @BeforeEach
  void connect() {
    intake = new Intake(base);
    intake.awaitReady();
  }

  @Test
  void wrong_pack_is_named_and_the_service_is_ready_all_the_same() {
    HttpResponse<String> well = intake.get("/q/health/well");

    assertThat(intake.get("/q/health/ready").statusCode()).isEqualTo(200);
    assertThat(intake.get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(well.statusCode()).isEqualTo(503);
    assertThat(well.body()).contains("broken/pack.yaml:2: /id: stands twice").contains("version 1");
  }

  @Test
  void rating_by_an_instrument_of_a_pack_is_checked_against_it() {
    assertThat(intake.post(rating("[3, 4, 1, 3]")).statusCode()).isEqualTo(202);

    HttpResponse<String> refused = intake.post(rating("[3, 4, 1, 5]"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("/answers/3");
  }

  @Test
  void form_of_a_pack_is_open_in_its_languages() throws Exception {
    JsonNode form =
        Json.MAPPER.readTree(intake.get("/v1/instruments/week-glance").body()).get("form");

    assertThat(form.get("open").booleanValue()).isTrue();
    assertThat(form.at("/languages/CLIENT"))
        .extracting(JsonNode::textValue)
        .containsExactly("en", "de");
  }

  @Test
  void licence_of_a_pack_leaves_the_wording_to_be_supplied() throws Exception {
    JsonNode form = Json.MAPPER.readTree(intake.get("/v1/instruments/srs").body()).get("form");

    assertThat(form.at("/obstacles").findValuesAsText("code")).containsExactly("WORDING_MISSING");
  }

  private static String rating(String answers) {
    return """
    {"episode": "E-1", "client": "C-1", "therapist": "T-9", "population": "ADULT",
     "session": {"id": "S-1", "heldAt": "2026-01-05T10:00:00Z", "setting": "INDIVIDUAL",
                 "delivery": "VIDEO"},
     "instrument": "week-glance", "rater": {"perspective": "CLIENT", "id": "C-1"},
     "answers": %s, "ratedAt": "2026-01-05T10:50:00Z"}
    """
        .formatted(answers);
  }
}
