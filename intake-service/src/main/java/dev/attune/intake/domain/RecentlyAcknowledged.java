package dev.attune.intake.domain;

import dev.attune.contracts.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Remembers, for about 200,000 ratings, which content was acknowledged last, to tell a sender that
 * a rating was there already.
 *
 * <p>It is a hint and no more: it begins empty with every start, forgets the oldest, and knows only
 * of this instance. So the write to the log is made whatever it says: skipping one on its word
 * could lose an amendment that went through another instance.
 *
 * <p>Nothing of a rating is kept but two keyed hashes of 64 bits.
 */
public final class RecentlyAcknowledged {

  private static final int WAYS = 4;
  private static final int SETS = 1 << 16;

  private final byte[] secret;
  private final long[] identities = new long[SETS * WAYS];
  private final long[] contents = new long[SETS * WAYS];

  /**
   * @param secret random, so that nobody can choose ratings that are mistaken for each other
   */
  public RecentlyAcknowledged(byte[] secret) {
    this.secret = secret.clone();
  }

  /** The hash of a rating. */
  public record Fingerprint(long identity, long content) {}

  /** Takes the fingerprint of a record. */
  public Fingerprint fingerprint(String key, byte[] value) {
    MessageDigest digest = Sha256.digest();
    digest.update(secret);
    digest.update(key.getBytes(StandardCharsets.UTF_8));
    long identity = first64(digest);
    digest.update(secret);
    digest.update(value);
    return new Fingerprint(identity, first64(digest));
  }

  /**
   * Notes an acknowledged record.
   *
   * @return whether the one acknowledged last under the same key, as far as remembered, is
   *     identical
   */
  public synchronized boolean acknowledged(Fingerprint record) {
    int first = (int) (record.identity() & (SETS - 1)) * WAYS;
    int at = first;
    while (at < first + WAYS - 1 && identities[at] != record.identity()) {
      at++;
    }
    boolean repeated = identities[at] == record.identity() && contents[at] == record.content();
    // The newest of a set stands first, the oldest falls out at its end.
    System.arraycopy(identities, first, identities, first + 1, at - first);
    System.arraycopy(contents, first, contents, first + 1, at - first);
    identities[first] = record.identity();
    contents[first] = record.content();
    return repeated;
  }

  private static long first64(MessageDigest digest) {
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
