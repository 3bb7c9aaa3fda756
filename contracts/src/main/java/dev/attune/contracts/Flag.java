package dev.attune.contracts;

import org.jspecify.annotations.Nullable;

/**
 * Something that one rating by itself shows, by a rule of its instrument's definition.
 *
 * @param item the item's number from 1, where it is about one
 */
public record Flag(String code, Severity severity, @Nullable Integer item) {

  public Flag {
    Required.field("code", code);
    Required.field("severity", severity);
  }
}
