package dev.attune.streams;

import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a service does with the records of one topic, one at a time and in order. One step belongs
 * to one partition and one thread.
 *
 * @param <K> the identity
 * @param <V> the event
 */
public interface Step<K, V> {

  /** Called once, before the first record. */
  default void open(Stores stores) {}

  /** Handles an event that could be read. */
  void fact(K key, V value, Exchange exchange);

  /** Handles a tombstone. */
  void erasure(K key, Exchange exchange);

  /** The stores of the application, by name. */
  @FunctionalInterface
  interface Stores {

    /** The store of that name, made by {@link StoreFormat#bytes}. */
    KeyValueStore<byte[], byte[]> store(String name);
  }
}
