package dev.attune.intake.domain;

import java.io.ByteArrayOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of bytes into lines, holding no more than the chunk at hand and one line. Blank
 * lines are counted and passed over.
 */
public final class Lines {

  private final int maxBytes;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
  private byte[] chunk = new byte[0];
  private int position;
  private int number;
  private boolean tooLong;

  /**
   * @param maxBytes the longest line, without its line break
   */
  public Lines(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  /**
   * A line.
   *
   * @param number its place from 1, blank lines counted
   * @param bytes its bytes, or null where it was too long to keep
   */
  @SuppressWarnings("ArrayRecordComponent") // compared nowhere, and copied nowhere for speed
  public record Line(int number, byte @Nullable [] bytes) {}

  /** Gives the next chunk, once {@link #next} found no more line in the one before. */
  public void add(byte[] next) {
    chunk = next;
    position = 0;
  }

  /** The next line that is whole, or null where more bytes are needed. */
  public @Nullable Line next() {
    while (position < chunk.length) {
      int end = position;
      while (end < chunk.length && chunk[end] != '\n') {
        end++;
      }
      keep(end);
      if (end == chunk.length) {
        position = end;
        return null;
      }
      position = end + 1;
      Line line = finish();
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  /** What stands after the last line break, once the stream has ended. */
  public @Nullable Line last() {
    return begun.size() > 0 || tooLong ? finish() : null;
  }

  private void keep(int end) {
    if (begun.size() + end - position > maxBytes) {
      tooLong = true;
      begun.reset();
    } else if (!tooLong) {
      begun.write(chunk, position, end - position);
    }
  }

  private @Nullable Line finish() {
    number++;
    byte[] bytes = tooLong ? null : begun.toByteArray();
    begun.reset();
    tooLong = false;
    return bytes != null && isBlank(bytes) ? null : new Line(number, bytes);
  }

  private static boolean isBlank(byte[] bytes) {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }
}
