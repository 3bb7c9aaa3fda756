package dev.attune.intake.rest;

import io.vertx.core.http.HttpServerRequest;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The W3C trace context of a request: the caller's, or a new one where there is none. */
public final class TraceContext {

  private static final Pattern FORM =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private TraceContext() {}

  public static String of(HttpServerRequest request) {
    return of(request.getHeader("traceparent"));
  }

  static String of(@Nullable String given) {
    return given != null && FORM.matcher(given).matches() ? given : begin();
  }

  private static String begin() {
    var random = ThreadLocalRandom.current();
    var hex = HexFormat.of();
    // The lowest bit is set because all zeros would mean that there is no trace.
    return "00-%s%s-%s-00"
        .formatted(
            hex.toHexDigits(random.nextLong()),
            hex.toHexDigits(random.nextLong() | 1),
            hex.toHexDigits(random.nextLong() | 1));
  }
}
