package dev.attune.intake.form;

import dev.attune.contracts.Perspective;
import dev.attune.intake.domain.FormOrder;
import dev.attune.intake.domain.Questionnaire;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A form as a person sees it.
 *
 * @param form its random id, under which a browser keeps what is not sent yet
 * @param until when its link ends, in milliseconds since 1970
 * @param date of the session
 * @param client whether it is somebody who is helped, and not somebody who helps
 * @param otherLanguage the language to change to, or empty where none is to be offered
 */
public record FormPage(
    Frame frame,
    String form,
    long until,
    boolean kiosk,
    String date,
    boolean client,
    String otherLanguage,
    List<Screen> screens) {

  private static final Set<Perspective> HELPED =
      EnumSet.of(Perspective.CLIENT, Perspective.CAREGIVER, Perspective.GROUP_MEMBER);

  /** What a window shows whose form was sent from another one. */
  public Closed sent() {
    return Closed.SENT;
  }

  /** What a window shows whose form was refused for no reason that it knows. */
  public Closed fault() {
    return Closed.FAULT;
  }

  /** The page of an order. */
  static FormPage of(
      Frame frame, ZoneId zone, FormLinks.Opened.Order link, List<Questionnaire> shown) {
    FormOrder order = link.order();
    String language = frame.language().getLanguage();
    List<Screen> screens = new ArrayList<>();
    for (Questionnaire one : shown) {
      screens.add(Screen.of(screens.size() + 1, shown.size(), one, Sheets.language(one, language)));
    }
    return new FormPage(
        frame,
        link.form(),
        link.until().toEpochMilli(),
        order.kiosk(),
        date(order.about().session().heldAt(), frame, zone),
        HELPED.contains(order.about().rater().perspective()),
        // On a device that others use, changing the language would lose what is not kept there.
        order.kiosk() || order.language() != null ? "" : language.equals("de") ? "en" : "de",
        screens);
  }

  private static String date(Instant at, Frame frame, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(frame.locale())
        .format(at.atZone(zone));
  }
}
