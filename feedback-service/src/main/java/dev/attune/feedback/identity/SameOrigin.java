package dev.attune.feedback.identity;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Whether a request that changes something comes from a page of ours. A browser sends cookies of
 * its own accord, so a page of somebody else could make it send one.
 *
 * @param fetchSite the header {@code Sec-Fetch-Site}
 * @param origin the header {@code Origin}
 * @param host the header {@code Host}
 */
record SameOrigin(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {

  /** Whether the browser vouches that the page is ours. */
  boolean vouched() {
    if (fetchSite != null) {
      return fetchSite.equals("same-origin") || fetchSite.equals("none");
    }
    return origin != null && host != null && host.equalsIgnoreCase(authority(origin));
  }

  /** Whether a browser says anything about where the request comes from. */
  boolean told() {
    return fetchSite != null || origin != null;
  }

  private static @Nullable String authority(String origin) {
    try {
      return URI.create(origin).getAuthority();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
