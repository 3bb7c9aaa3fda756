package dev.attune.feedback.pages;

import dev.attune.contracts.ScoreState;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the caseload page says. */
@MessageBundle(value = "caseload", locale = "en")
interface CaseloadTexts {

  @Message
  String title();

  @Message
  String lead();

  @Message
  String asking();

  @Message
  String others();

  @Message
  String client(String id);

  @Message
  String sessions(int count);

  @Message
  String lastSession(String date);

  @Message
  String noSession();

  @Message
  String reason(String observed, String expected);

  @Message
  String alsoOpen(int count);

  @Message
  String noRating();

  @Message
  String notScored(ScoreState state);

  @Message
  String more();

  @Message
  String emptyTitle();

  @Message
  String emptyLead();

  @Message
  String emptyFirst();

  @Message
  String emptySecond();

  @Message
  String emptyThird();
}
