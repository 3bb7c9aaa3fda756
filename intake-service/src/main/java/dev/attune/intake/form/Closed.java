package dev.attune.intake.form;

/** Why a link leads to no form, and what HTTP says to it. */
public enum Closed {
  /** No link of ours: cut short, changed, or made up. */
  UNKNOWN(404, "no-such-form"),
  /** A link for another address, as of another clinic's system. */
  ELSEWHERE(404, "form-elsewhere"),
  /** Its time is over. */
  EXPIRED(410, "form-expired"),
  /** The form was sent. */
  SENT(410, "form-sent"),
  /** The instrument has changed since the link was made. */
  OUTDATED(410, "form-outdated"),
  /** The clinic has not recorded the licence that a screen needs. */
  LICENCE(403, "form-not-licensed"),
  /** The words of the instrument are not here. */
  WORDING(403, "form-without-wording"),
  /** Something on our side. */
  FAULT(500, "form-fault");

  private final int status;
  private final String slug;

  Closed(int status, String slug) {
    this.status = status;
    this.slug = slug;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The last part of the problem's type. */
  public String slug() {
    return slug;
  }
}
