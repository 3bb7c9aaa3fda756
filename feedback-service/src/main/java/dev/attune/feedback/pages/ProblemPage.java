package dev.attune.feedback.pages;

/** What a person reads in place of a page that cannot be shown. */
public record ProblemPage(Frame frame, Kind kind) {

  /** Why the page cannot be shown. */
  public enum Kind {
    NOT_SIGNED_IN,
    NOT_ALLOWED,
    NOT_FOUND,
    REFUSED,
    AWAY,
    FAULT
  }

  static Kind kind(int status) {
    return switch (status) {
      case 401 -> Kind.NOT_SIGNED_IN;
      case 403 -> Kind.NOT_ALLOWED;
      case 404 -> Kind.NOT_FOUND;
      case 400, 405, 406, 413, 415, 422 -> Kind.REFUSED;
      case 429, 502, 503, 504 -> Kind.AWAY;
      default -> Kind.FAULT;
    };
  }
}
