package dev.attune.feedback.pages;

import dev.attune.contracts.AlertStatus;
import dev.attune.contracts.Severity;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What an alert says: hedged, and never a finding. */
@MessageBundle(value = "signs", locale = "en")
interface SignTexts {

  @Message
  String headline(About about);

  @Message
  String suggestion(About about);

  @Message
  String severity(Severity severity);

  @Message
  String status(AlertStatus status);

  @Message
  String over();

  @Message
  String numbers();

  @Message
  String rated();

  @Message
  String expected();

  @Message
  String ownLevel();

  @Message
  String first();

  @Message
  String distance();

  @Message
  String earlier(int sessions);

  @Message
  String lowest(String area, String answer);

  @Message
  String lowestUsual(String area, String answer, String usual);

  @Message
  String howSure();

  @Message
  String real(String ofHundred);

  @Message
  String falseAlarms(String ofHundred);

  @Message
  String unknownRates();

  @Message
  String context();

  @Message
  String outcome(String total);

  @Message
  String outcomeChanged(String total, String change);

  @Message
  String own(String total);

  @Message
  String missed(int sessions);

  @Message
  String otherAlerts(int alerts);

  @Message
  String noContext();

  @Message
  String suggestions();

  @Message
  String ask();

  @Message
  String ownPart();

  @Message
  String renegotiate();

  @Message
  String lookFurther();

  @Message
  String reset();

  @Message
  String life();

  @Message
  String acknowledge();

  @Message
  String acknowledgeWhich(String date);

  @Message
  String acknowledged(String by);

  @Message
  String acknowledgedOn(String by, String date);

  @Message
  String acknowledgeFailed();

  @Message
  String acknowledgedShort();

  @Message
  String details();

  @Message
  String area(String instrument, int item);
}
