package dev.attune.feedback.pages;

import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.ScoreState;
import dev.attune.contracts.SessionStatus;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of an episode says. */
@MessageBundle(value = "episode", locale = "en")
interface EpisodeTexts {

  @Message
  String title(String episode);

  @Message
  String population(Population population);

  @Message
  String asking();

  @Message
  String nothingAsks();

  @Message
  String nothingAsksLead();

  @Message
  String earlier();

  @Message
  String course();

  @Message
  String chartLabel(String episode);

  @Message
  String chartHint();

  @Message
  String chartMissing();

  @Message
  String show();

  @Message
  String perspective(Perspective perspective);

  @Message
  String keyRated();

  @Message
  String keyBand();

  @Message
  String keyCutoff();

  @Message
  String keyPrompt();

  @Message
  String keyRepaired();

  @Message
  String sessions();

  @Message
  String tableLead();

  @Message
  String session();

  @Message
  String date();

  @Message
  String expected();

  @Message
  String signs();

  @Message
  String status(SessionStatus status);

  @Message
  String state(ScoreState state);

  @Message
  String belowCutoff(String cutoff);

  @Message
  String itemBelow(String number);

  @Message
  String fall(String number);

  @Message
  String lowerThanExpected();

  @Message
  String perfectScores();

  @Message
  String unrated();

  @Message
  String noBenefit();

  @Message
  String slower();

  @Message
  String recovered();

  @Message
  String otherPrompt();

  @Message
  String noSessions();

  @Message
  String emptyLead();

  @Message
  String scaleFrom();
}
