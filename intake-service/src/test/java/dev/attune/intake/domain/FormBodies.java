package dev.attune.intake.domain;

/** Requests for a form, as an EHR sends them, to be spoilt in one place. */
public final class FormBodies {

  /** A legal request for the form of a client. */
  public static final String FORM =
      """
      {"episode":"E-77","client":"C-1","therapist":"T-9","population":"ADULT",
       "session":{"id":"S-42","number":4,"heldAt":"2026-11-02T10:00:00Z",
                  "setting":"INDIVIDUAL","delivery":"IN_PERSON"},
       "rater":{"perspective":"CLIENT","id":"C-1"},
       "instruments":["phq9","toms-open"],"language":"en","kiosk":false,"validHours":2}
      """;

  private FormBodies() {}
}
