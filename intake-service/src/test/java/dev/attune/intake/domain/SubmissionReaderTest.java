package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.Rating;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.instruments.Catalogue;
import dev.attune.intake.domain.Reading.Illegal;
import dev.attune.intake.domain.Reading.Legal;
import dev.attune.intake.domain.Reading.Unreadable;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionReaderTest {

  private static final Catalogue CATALOGUE = Catalogue.shipped();
  private static final SubmissionReader READER = new SubmissionReader();
  private static final SessionRef SESSION =
      new SessionRef("S-1", 3, Bodies.NOW, Setting.INDIVIDUAL, Delivery.IN_PERSON);
  private static final List<Questionnaire> FORM = List.of(asked("gad7"), asked("toms-open"));
  private static final String GAD7 = "{\"instrument\":\"gad7\",\"answers\":[0,1,2,3,null,0,null]}";
  private static final String TOMS = "{\"instrument\":\"toms-open\",\"declined\":true}";

  @Test
  void answers_are_read_in_item_order_and_a_gap_stays_a_gap() {
    Submission read = ((Legal<Submission>) read(GAD7 + "," + TOMS)).value();

    assertThat(read.parts().getFirst().answers())
        .hasSize(7)
        .startsWith(BigDecimal.ZERO, BigDecimal.ONE)
        .last()
        .isNull();
    assertThat(read.parts().getLast().declined()).isTrue();
    assertThat(read.parts().getLast().answers()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gad7                | must hold each instrument of the form once, in its order",
        "toms                | must hold each instrument of the form once, in its order",
        "toms,gad7           | must hold each instrument of the form once, in its order",
        "gad7,toms,gad7      | must hold each instrument of the form once, in its order",
        "gad7,gad7           | must hold each instrument of the form once, in its order"
      })
  void what_is_sent_is_what_was_asked(String parts, String fault) {
    assertThat(faults(parts.strip().replace("gad7", GAD7).replace("toms", TOMS)))
        .containsExactly("/ratings " + fault);
  }

  @Test
  void a_browser_cannot_say_what_it_is_about() {
    assertThat(faults(GAD7.replace("}", ",\"client\":\"C-2\"}") + "," + TOMS))
        .containsExactly("/ratings/0/client is not a field here");
  }

  @Test
  void an_answer_to_a_question_that_is_not_on_the_form_is_refused() {
    String answers = "null,".repeat(23) + "7,null";
    assertThat(faults(GAD7 + ",{\"instrument\":\"toms-open\",\"answers\":[" + answers + "]}"))
        .containsExactly("/ratings/1/answers/23 was not asked");
  }

  @Test
  void a_form_without_all_its_places_is_refused() {
    assertThat(faults(GAD7.replace("[0,", "[") + "," + TOMS))
        .containsExactly(
            "/ratings/0/answers must hold as many answers as the form, null where not answered");
  }

  @Property(tries = 2_000)
  void any_bytes_are_read_or_refused(@ForAll @Size(max = 200) byte[] body) {
    assertThat(READER.read(body, FORM)).isInstanceOfAny(Illegal.class, Unreadable.class);
  }

  @Property
  void the_session_of_a_rating_never_lies_ahead_of_it(@ForAll short minutes) {
    Instant now = Bodies.NOW.plus(Duration.ofMinutes(minutes));
    var order =
        new FormOrder(
            new RatingContext(
                "northside",
                "E-1",
                "C-1",
                "T-1",
                Population.ADULT,
                SESSION,
                new Rater(Perspective.CLIENT, "C-1")),
            List.of(new FormOrder.Asked("gad7", "2006")),
            null,
            false);

    Rating rating = order.rating(new Submission.Part("gad7", null, true), now);

    assertThat(rating.ratedAt()).isEqualTo(now);
    assertThat(rating.session().heldAt())
        .isEqualTo(now.isBefore(SESSION.heldAt()) ? now : SESSION.heldAt());
    assertThat(rating.session().id()).isEqualTo(SESSION.id());
  }

  private static Questionnaire asked(String id) {
    return Questionnaire.of(CATALOGUE.find(id).orElseThrow(), Perspective.CLIENT, SESSION);
  }

  private static List<String> faults(String parts) {
    return ((Illegal<Submission>) read(parts))
        .faults().stream().map(fault -> fault.pointer() + " " + fault.message()).toList();
  }

  private static Reading<Submission> read(String parts) {
    return READER.read(Bodies.bytes("{\"ratings\":[" + parts + "]}"), FORM);
  }
}
