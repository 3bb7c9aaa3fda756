package dev.attune.feedback.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.feedback.testing.Surroundings;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ForeignPagesTest {

  private static final String PATH = "/v1/alerts/alt_none/acknowledge";

  private final String token = Surroundings.ISSUER.therapist("northside", "T-1");

  @Test
  void a_foreign_page_changes_nothing_with_a_persons_cookie() {
    assertThat(byCookie().post(PATH).statusCode()).isEqualTo(403);
    assertThat(byCookie().header("Sec-Fetch-Site", "cross-site").post(PATH).statusCode())
        .isEqualTo(403);
    assertThat(byCookie().header("Origin", "https://elsewhere.example").post(PATH).statusCode())
        .isEqualTo(403);
    assertThat(byCookie().post(PATH).jsonPath().getString("type")).endsWith("/foreign-page");
  }

  @Test
  void our_own_page_and_a_program_with_a_token_do() {
    assertThat(byCookie().header("Sec-Fetch-Site", "same-origin").post(PATH).statusCode())
        .isEqualTo(404);
    assertThat(given().header("Authorization", "Bearer " + token).post(PATH).statusCode())
        .isEqualTo(404);
  }

  @Test
  void a_foreign_page_signs_nobody_in() {
    var form = Map.of("tenant", "northside", "role", "therapist", "subject", "T-1");
    assertThat(
            given()
                .header("Sec-Fetch-Site", "cross-site")
                .formParams(form)
                .post("/sign-in")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void a_name_that_only_points_here_opens_nothing() {
    for (String path : new String[] {"/sign-in", "/v1/caseload", "/"}) {
      assertThat(
              given()
                  .header("Host", "elsewhere.example:" + RestAssured.port)
                  .header("Authorization", "Bearer " + token)
                  .get(path)
                  .statusCode())
          .as(path)
          .isEqualTo(403);
    }
  }

  private RequestSpecification byCookie() {
    return given().cookie(LocalSignIn.COOKIE, token);
  }
}
