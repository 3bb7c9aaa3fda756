package dev.attune.feedback.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** The HTTP interface, as one caller uses it. */
public final class Api {

  private final String token;

  private Api(String token) {
    this.token = token;
  }

  /** As a therapist. */
  public static Api therapist(String tenant, String subject) {
    return new Api(Surroundings.ISSUER.therapist(tenant, subject));
  }

  /** Gets an address. */
  public Response get(String path) {
    return RestAssured.given().header("Authorization", "Bearer " + token).get(path);
  }

  /** Gets an address as it is written, with whatever is encoded in it. */
  public Response getRaw(String path) {
    return raw().get(path);
  }

  /** Posts nothing to an address as it is written. */
  public Response postRaw(String path) {
    return raw().post(path);
  }

  private RequestSpecification raw() {
    return RestAssured.given().urlEncodingEnabled(false).header("Authorization", "Bearer " + token);
  }

  /** Gets an address that answers with JSON. */
  public JsonNode json(String path) {
    Response answer = get(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return json(answer);
  }

  /** Posts nothing to an address. */
  public Response post(String path) {
    return RestAssured.given().header("Authorization", "Bearer " + token).post(path);
  }

  /** The body of an answer. */
  public static JsonNode json(Response answer) {
    return Json.read(answer.asByteArray(), JsonNode.class);
  }
}
