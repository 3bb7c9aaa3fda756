package dev.attune.streams;

import dev.attune.contracts.DeadReason;

/** What the bytes of a record turned out to be. */
public sealed interface Decoded<K, V> {

  /** A record of a schema this reader knows, whose value tells the same identity as its key. */
  record Fact<K, V>(K key, V value) implements Decoded<K, V> {}

  /** A tombstone: what was known under this key is to be forgotten. */
  record Erasure<K, V>(K key) implements Decoded<K, V> {}

  /** Nobody can read it. */
  record Dead<K, V>(DeadReason reason) implements Decoded<K, V> {}
}
