package dev.attune.contracts;

/** How a therapy session is held. */
public enum Delivery {
  IN_PERSON,
  VIDEO,
  PHONE,
  CHAT
}
