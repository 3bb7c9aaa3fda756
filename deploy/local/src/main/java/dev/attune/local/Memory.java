package dev.attune.local;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How much memory processes hold, as {@code ps} tells it. What several of them share, such as
 * PostgreSQL's buffers, is counted for each.
 */
final class Memory {

  private static final int KIB_PER_MIB = 1024;

  private Memory() {}

  /** The resident memory of a process and all it has started, in MiB; 0 where nobody can tell. */
  static long residentMib(ProcessHandle process) {
    List<String> pids = new ArrayList<>();
    pids.add(Long.toString(process.pid()));
    process.descendants().forEach(child -> pids.add(Long.toString(child.pid())));
    String kib =
        new String(
            Command.of(List.of("ps", "-o", "rss=", "-p", String.join(",", pids))).output(),
            StandardCharsets.US_ASCII);
    return kib.lines().map(String::strip).filter(s -> !s.isEmpty()).mapToLong(Long::parseLong).sum()
        / KIB_PER_MIB;
  }
}
