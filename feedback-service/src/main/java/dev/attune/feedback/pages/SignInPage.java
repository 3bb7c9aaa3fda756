package dev.attune.feedback.pages;

import dev.attune.web.Role;
import java.util.Arrays;
import java.util.List;

/** The sign-in of a local system. */
public record SignInPage(Frame frame) {

  /** The roles one can try out, by their names in a token. */
  public List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::group).toList();
  }
}
