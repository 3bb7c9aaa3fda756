package dev.attune.intake.form;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * What a form says of its own. A {@code #} in a text stands for what only the browser knows. The
 * words of the items are not here: they are the instrument's.
 */
@MessageBundle(value = "form", locale = "en")
interface FormTexts {

  @Message
  String skip();

  @Message
  String title();

  @Message
  String otherLanguage();

  @Message
  String about(String date);

  @Message
  String part(int number, int count);

  @Message
  String leadLines();

  @Message
  String leadWords();

  @Message
  String leadOthers();

  @Message
  String notSafety();

  @Message
  String noScript();

  @Message
  String restored();

  @Message
  String lineHint();

  @Message
  String unmarked();

  @Message
  String marked(String low, String high);

  @Message
  String between(String low, String high);

  @Message
  String yes();

  @Message
  String no();

  @Message
  String rather();

  @Message
  String cannotSay();

  @Message
  String notToday();

  @Message
  String notTodayTitle();

  @Message
  String notTodayText();

  @Message
  String notTodayYes();

  @Message
  String goBack();

  @Message
  String back();

  @Message
  String next();

  @Message
  String send();

  @Message
  String sending();

  @Message
  String stillOpen();

  @Message
  String showOpen();

  @Message
  String leaveOpen();

  @Message
  String waiting();

  @Message
  String waitingKiosk();

  @Message
  String tryNow();

  @Message
  String stillThereTitle();

  @Message
  String stillThereText();

  @Message
  String stillThere();

  @Message
  String doneTitle();

  @Message
  String doneText();

  @Message
  String doneKiosk();

  @Message
  String leftTitle();

  @Message
  String leftText();

  @Message
  String closedTitle(Closed why);

  @Message
  String closedText(Closed why);
}
