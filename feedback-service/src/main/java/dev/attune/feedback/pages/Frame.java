package dev.attune.feedback.pages;

import dev.attune.web.Caller;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param caller who is signed in, null on the pages outside
 * @param localSignIn whether this is a local system with a sign-in of its own
 */
public record Frame(Writing writing, @Nullable Caller caller, boolean localSignIn) {

  /** The language tag of the document. */
  public String lang() {
    return writing.locale().toLanguageTag();
  }

  /** Who is signed in. */
  public @Nullable String who() {
    return caller == null ? null : caller.subject();
  }

  /** The clinic of the person who is signed in. */
  public @Nullable String tenant() {
    return caller == null ? null : caller.tenant();
  }
}
