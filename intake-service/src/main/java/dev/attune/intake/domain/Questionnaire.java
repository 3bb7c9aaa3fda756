package dev.attune.intake.domain;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import dev.attune.instruments.Block;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Item;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an instrument asks one person after one session.
 *
 * @param answers how many answers a rating of it holds, asked or not
 */
public record Questionnaire(
    Instrument instrument, Perspective perspective, List<Question> questions, int answers) {

  public Questionnaire {
    questions = List.copyOf(questions);
  }

  /**
   * One question.
   *
   * @param place of its answer among those of the rating, from 0
   * @param after the place of the question that has to be answered with yes before this one is
   *     asked: of a block that begins with a yes-or-no question the rest asks about what was
   */
  public record Question(int place, Item item, Response response, @Nullable Integer after) {}

  /** Whether the answer at this place belongs to a question that is asked. */
  boolean asks(int place) {
    return questions.stream().anyMatch(question -> question.place() == place);
  }

  /** The questions for a person of this perspective after this session. */
  public static Questionnaire of(
      Instrument instrument, dev.attune.contracts.Perspective who, SessionRef session) {
    var perspective = Perspective.valueOf(who.name());
    List<Question> questions = new ArrayList<>();
    for (Item item : instrument.items()) {
      questions.add(question(instrument, questions.size(), item, null));
    }
    int place = questions.size();
    for (Block block : instrument.blocks()) {
      if (isAsked(block, perspective, session)) {
        questions.addAll(questions(instrument, block, place));
      }
      place += block.items().size();
    }
    return new Questionnaire(instrument, perspective, questions, place);
  }

  private static List<Question> questions(Instrument instrument, Block block, int first) {
    List<Question> questions = new ArrayList<>();
    Integer opener = null;
    for (Item item : block.items()) {
      Question question = question(instrument, first + questions.size(), item, opener);
      questions.add(question);
      if (questions.size() == 1 && question.response().type() == Response.Type.YES_NO) {
        opener = first;
      }
    }
    return questions;
  }

  private static Question question(
      Instrument instrument, int place, Item item, @Nullable Integer after) {
    return new Question(place, item, instrument.responseTo(item), after);
  }

  private static boolean isAsked(Block block, Perspective perspective, SessionRef session) {
    return block.perspectives().contains(perspective)
        && switch (block.asked()) {
          case ALWAYS -> true;
          case TELEHEALTH ->
              session.delivery() == Delivery.VIDEO || session.delivery() == Delivery.PHONE;
          case GROUP -> session.setting() == Setting.GROUP;
        };
  }
}
