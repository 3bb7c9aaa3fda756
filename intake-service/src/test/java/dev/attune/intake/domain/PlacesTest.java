package dev.attune.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.intake.domain.Places.Answer;
import org.junit.jupiter.api.Test;

class PlacesTest {

  private final Places places = new Places(4, 2);

  @Test
  void a_tenant_gets_its_share_and_no_more() {
    places.take("northside");
    places.take("northside");

    assertThat(places.take("northside")).isEqualTo(Answer.SHARE_HELD);
    assertThat(places.take("southside")).isEqualTo(Answer.TAKEN);
  }

  @Test
  void where_none_is_free_nobody_gets_one() {
    takeAll();

    assertThat(places.take("eastside")).isEqualTo(Answer.NONE_FREE);
    assertThat(places.taken()).isEqualTo(4);
  }

  @Test
  void a_place_given_back_is_free_for_the_tenant_and_for_all() {
    takeAll();

    places.giveBack("northside");

    assertThat(places.take("northside")).isEqualTo(Answer.TAKEN);
    assertThat(places.take("eastside")).isEqualTo(Answer.NONE_FREE);
    places.giveBack("northside");
    assertThat(places.take("eastside")).isEqualTo(Answer.TAKEN);
  }

  private void takeAll() {
    places.take("northside");
    places.take("northside");
    places.take("southside");
    places.take("southside");
  }
}
