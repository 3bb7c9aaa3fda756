package dev.attune.streams;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;

/**
 * The record being handled, and what is published because of it. Everything sent here is committed
 * in one transaction with the offset of the record and the change of the stores.
 */
public interface Exchange {

  /**
   * The longest value that every topic of the log takes: below the broker's limit of 1 MiB a
   * record, with room for key and headers. What is sent beyond it would stop the partition for
   * good.
   */
  int LONGEST_VALUE = 1_000_000;

  /** The record's key as it lies on the log. Not to be changed. */
  byte[] key();

  /** When the record was received: milliseconds since 1970, handed on to everything sent. */
  long receivedAt();

  /**
   * Publishes an event on its topic.
   *
   * @param key the event's key on the log
   * @param value the event as JSON, no longer than {@link #LONGEST_VALUE}
   */
  void send(EventType event, byte[] key, byte[] value);

  /** Publishes a tombstone on the event's topic. */
  void erase(EventType event, byte[] key);

  /**
   * Gives up the record being handled: it goes to the dead letters as it came, or cut where it is
   * too large for them.
   */
  void giveUp(DeadReason reason);
}
