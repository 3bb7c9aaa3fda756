package dev.attune.intake.domain;

import static dev.attune.intake.domain.Bodies.NOW;
import static dev.attune.intake.domain.Bodies.with;
import static dev.attune.intake.domain.Bodies.without;
import static dev.attune.intake.domain.FormBodies.FORM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.instruments.Catalogue;
import dev.attune.intake.domain.FormOrder.Asked;
import dev.attune.intake.domain.Reading.Illegal;
import dev.attune.intake.domain.Reading.Legal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormRequestReaderTest {

  private static final FormRequestReader READER =
      new FormRequestReader(Catalogue.shipped(), List.of("en", "de"));

  @Test
  void an_order_holds_the_context_and_the_versions_of_its_instruments() {
    FormRequest request = legal(FORM);

    assertThat(request.validFor()).isEqualTo(Duration.ofHours(2));
    assertThat(request.order().about().tenant()).isEqualTo("northside");
    assertThat(request.order().about().session().number()).isEqualTo(4);
    assertThat(request.order().instruments())
        .containsExactly(new Asked("phq9", "2001"), new Asked("toms-open", "0.1"));
    assertThat(request.order().language()).isEqualTo("en");
    assertThat(request.order().kiosk()).isFalse();
  }

  @Test
  void what_is_not_said_is_a_day_in_the_browsers_language_on_a_device_of_ones_own() {
    FormRequest request =
        legal(without(without(without(FORM, "/language"), "/kiosk"), "/validHours"));

    assertThat(request.validFor()).isEqualTo(Duration.ofHours(24));
    assertThat(request.order().language()).isNull();
    assertThat(request.order().kiosk()).isFalse();
  }

  @Test
  void a_form_may_be_made_before_its_session_but_not_longer_than_a_link_lasts() {
    assertThat(read(with(FORM, "/session/heldAt", "\"2026-11-16T10:59:00Z\"")))
        .isInstanceOf(Legal.class);
    assertThat(faults(with(FORM, "/session/heldAt", "\"2026-11-16T11:01:00Z\"")))
        .containsExactly("/session/heldAt must not lie in the future");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/tenant      | 'southside'            | /tenant is not a field here",
        "/answers     | '[1]'                  | /answers is not a field here",
        "/instruments | '[]'                   | /instruments must hold 1 to 5 instruments",
        "/instruments | '[\"unheard-of\"]'     | /instruments/0 is not in the catalogue",
        "/instruments | '[\"phq9\",\"phq9\"]'  | /instruments/1 is there twice",
        "/instruments | '[null]'               | /instruments/0 must be a string",
        "/instruments | '\"phq9\"'             | /instruments must be an array",
        "/instruments | '[\"toms-open-obs\"]'  | /instruments/0 is not made for this perspective",
        "/language    | '\"fr\"'               | /language must be one of en, de",
        "/validHours  | '0'                    | /validHours must be a whole number from 1 to 336",
        "/validHours  | '337'                  | /validHours must be a whole number from 1 to 336",
        "/kiosk       | '1'                    | /kiosk must be true or false"
      })
  void what_cannot_be_asked_is_told_with_its_place(String place, String json, String fault) {
    assertThat(faults(with(FORM, place, json.startsWith("s") ? "\"" + json + "\"" : json)))
        .containsExactly(fault);
  }

  @Test
  void nobody_is_asked_six_questionnaires_at_once() {
    assertThat(
            faults(
                with(
                    FORM,
                    "/instruments",
                    "[\"phq9\",\"gad7\",\"toms-open\",\"srs\",\"ors\",\"core10\"]")))
        .containsExactly("/instruments must hold 1 to 5 instruments");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"episode", "client", "therapist", "population", "session", "rater", "instruments"})
  void what_a_rating_needs_must_be_there(String field) {
    assertThat(faults(without(FORM, "/" + field))).containsExactly("/" + field + " is missing");
  }

  private static FormRequest legal(String body) {
    return ((Legal<FormRequest>) read(body)).value();
  }

  private static List<String> faults(String body) {
    return ((Illegal<FormRequest>) read(body))
        .faults().stream().map(fault -> fault.pointer() + " " + fault.message()).toList();
  }

  private static Reading<FormRequest> read(String body) {
    return READER.read(Bodies.bytes(body), "northside", NOW);
  }
}
