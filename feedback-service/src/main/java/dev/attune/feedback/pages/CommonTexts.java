package dev.attune.feedback.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What every page says. */
@MessageBundle(value = "common", locale = "en")
interface CommonTexts {

  @Message
  String skip();

  @Message
  String sections();

  @Message
  String caseload();

  @Message
  String signedInAs();

  @Message
  String signOut();

  @Message
  String connecting();

  @Message
  String live();

  @Message
  String offline();

  @Message
  String uncertain();

  @Message
  String session(int number);

  @Message
  String newAlert();

  @Message
  String newScore();
}
