package dev.attune.systemtests.client;

import dev.attune.systemtests.check.Logged;
import java.util.Map;

/** A record of the log before it is understood. */
public record RawRecord(Logged<byte[]> logged, Map<String, String> headers) {

  /** Its key, empty where it has none. */
  public String key() {
    return logged.key();
  }
}
