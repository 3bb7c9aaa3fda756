package dev.attune.alert.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes numbers in as few bytes as they need, and each distinct text once: the next time its place
 * stands for it.
 */
final class Packer {

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final Map<String, Integer> places = new HashMap<>();
  private byte[] bytes = new byte[512];
  private int length;

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  void octet(int value) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) value;
  }

  /** A count or place: 0 or more. */
  void count(long value) {
    long rest = value;
    while ((rest & ~SEVEN_BITS) != 0) {
      octet((int) (rest & SEVEN_BITS) | MORE);
      rest >>>= 7;
    }
    octet((int) rest);
  }

  /** Any number; small ones of either sign are short. */
  void number(long value) {
    count((value << 1) ^ (value >> 63));
  }

  /** Any number, in eight bytes. */
  void hash(long value) {
    for (int shift = 56; shift >= 0; shift -= 8) {
      octet((int) (value >>> shift));
    }
  }

  void text(String text) {
    Integer place = places.putIfAbsent(text, places.size() + 1);
    if (place != null) {
      count(place);
      return;
    }
    count(0);
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    count(encoded.length);
    for (byte octet : encoded) {
      octet(octet);
    }
  }

  void name(Enum<?> value) {
    text(value.name());
  }

  /** A decimal of at most 18 digits, or none. */
  void decimal(@Nullable BigDecimal value) {
    if (value == null) {
      octet(0);
    } else {
      octet(1 + value.scale());
      number(value.unscaledValue().longValueExact());
    }
  }
}
