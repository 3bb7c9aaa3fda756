package dev.attune.instruments.packs;

import java.util.Comparator;

/**
 * What is wrong with a pack, and where.
 *
 * @param file the path from the directory of packs
 * @param line from 1; 0 where it is about the file as a whole
 * @param pointer JSON Pointer into the file; empty where it is about the file as a whole
 * @param reason one line
 */
public record PackFault(String file, int line, String pointer, String reason)
    implements Comparable<PackFault> {

  private static final int MAX_LENGTH = 400;
  private static final Comparator<PackFault> ORDER =
      Comparator.comparing(PackFault::file)
          .thenComparingInt(PackFault::line)
          .thenComparing(PackFault::pointer)
          .thenComparing(PackFault::reason);

  public PackFault {
    file = printable(file);
    pointer = printable(pointer);
    reason = printable(reason);
  }

  /** About a file as a whole. */
  static PackFault ofFile(String file, String reason) {
    return new PackFault(file, 0, "", reason);
  }

  @Override
  public int compareTo(PackFault other) {
    return ORDER.compare(this, other);
  }

  /** As compilers write it: {@code file:line: pointer: reason}. */
  @Override
  public String toString() {
    return file
        + (line > 0 ? ":" + line : "")
        + ": "
        + (pointer.isEmpty() ? "" : pointer + ": ")
        + reason;
  }

  /** What a file holds may stand in a message, but never breaks the line that it stands in. */
  private static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}|[\\u2028\\u2029]", " ");
    return line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) + "..." : line;
  }
}
