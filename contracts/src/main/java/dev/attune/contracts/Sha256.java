package dev.attune.contracts;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that ids and comparisons of content rest on. */
public final class Sha256 {

  private Sha256() {}

  /** A digest that nothing was put into yet. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
