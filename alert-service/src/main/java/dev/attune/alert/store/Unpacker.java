package dev.attune.alert.store;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Packer} wrote. */
final class Unpacker {

  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final byte[] bytes;
  private final List<String> texts = new ArrayList<>();
  private int at;

  Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  int octet() {
    return bytes[at++] & 0xFF;
  }

  long count() {
    long value = 0;
    int shift = 0;
    int octet = octet();
    while ((octet & MORE) != 0) {
      value |= (long) (octet & SEVEN_BITS) << shift;
      shift += 7;
      octet = octet();
    }
    return value | (long) octet << shift;
  }

  int size() {
    return Math.toIntExact(count());
  }

  long number() {
    long value = count();
    return (value >>> 1) ^ -(value & 1);
  }

  long hash() {
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << 8 | octet();
    }
    return value;
  }

  String text() {
    int place = size();
    if (place > 0) {
      return texts.get(place - 1);
    }
    int length = size();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    texts.add(text);
    return text;
  }

  <E extends Enum<E>> E name(Class<E> type) {
    return Enum.valueOf(type, text());
  }

  @Nullable BigDecimal decimal() {
    int scale = octet() - 1;
    return scale < 0 ? null : BigDecimal.valueOf(number(), scale);
  }
}
