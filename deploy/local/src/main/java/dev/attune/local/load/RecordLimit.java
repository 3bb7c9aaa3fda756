package dev.attune.local.load;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Refuses a record that does not end, so that one stray quote does not read a whole file. */
final class RecordLimit extends FilterReader {

  /** The longest record, in characters. */
  static final int CHARACTERS = 64 * 1024;

  /** What the reader of records may have read ahead. */
  private static final int READ_AHEAD = 64 * 1024;

  private long total;
  private long recordBegan;

  RecordLimit(Reader in) {
    super(in);
  }

  /** The characters read so far. */
  long total() {
    return total;
  }

  /** Tells that a record is complete. */
  void recordEnded() {
    recordBegan = total;
  }

  @Override
  public int read() throws IOException {
    int read = super.read();
    if (read >= 0) {
      count(1);
    }
    return read;
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, Math.min(length, 8192));
    if (read > 0) {
      count(read);
    }
    return read;
  }

  private void count(int read) throws IOException {
    total += read;
    if (total - recordBegan > CHARACTERS + READ_AHEAD) {
      throw new IOException("a record is longer than " + CHARACTERS + " characters");
    }
  }
}
