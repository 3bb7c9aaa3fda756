package dev.attune.feedback.pages;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the sign-in and the pages in place of a page say. */
@MessageBundle(value = "outside", locale = "en")
interface OutsideTexts {

  @Message
  String signIn();

  @Message
  String signInLead();

  @Message
  String localOnly();

  @Message
  String tenant();

  @Message
  String tenantHint();

  @Message
  String role();

  @Message
  String roleName(String role);

  @Message
  String person();

  @Message
  String personHint();

  @Message
  String problemTitle(ProblemPage.Kind kind);

  @Message
  String problemText(ProblemPage.Kind kind);

  @Message
  String toCaseload();

  @Message
  String toSignIn();
}
