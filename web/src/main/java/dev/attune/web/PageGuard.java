package dev.attune.web;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;

/** The headers that keep an answer to a browser to itself. */
public final class PageGuard {

  /** Own files alone; nothing inline, nothing foreign, no frame around a page. */
  public static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private PageGuard() {}

  /** For every answer: it is kept nowhere, and is what it says it is. */
  public static void answer(MultivaluedMap<String, Object> headers) {
    headers.putSingle("X-Content-Type-Options", "nosniff");
    headers.putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /**
   * For a page in the language of its reader.
   *
   * @param referrerPolicy whom a browser may tell the page's address
   */
  public static void page(MultivaluedMap<String, Object> headers, String referrerPolicy) {
    answer(headers);
    headers.putSingle("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.putSingle("Referrer-Policy", referrerPolicy);
    headers.putSingle(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
