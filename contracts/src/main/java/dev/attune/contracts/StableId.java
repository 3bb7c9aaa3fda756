package dev.attune.contracts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * An identifier computed from what a thing is about, so that the same thing has the same id in
 * every run, on every machine and in every order of arrival.
 */
public final class StableId {

  private static final int BYTES = 16;

  private StableId() {}

  /**
   * The id of the thing described by {@code parts}: a prefix that names its kind, then 128 bits of
   * SHA-256 in hexadecimal.
   *
   * @param prefix the kind of thing, e.g. {@code rat}
   * @param parts what it is about; two lists of parts give one id only if they are equal
   */
  public static String of(String prefix, String... parts) {
    MessageDigest digest = Sha256.digest();
    for (String part : parts) {
      byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return prefix + "_" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
  }
}
