package dev.attune.streams;

import dev.attune.contracts.Topic;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** The stores that steps keep: bytes by bytes, on disk, with a changelog that erasure reaches. */
public final class StoreFormat {

  private StoreFormat() {}

  /** A store of that name, to be opened as {@code KeyValueStore<byte[], byte[]>}. */
  public static StoreBuilder<KeyValueStore<byte[], byte[]>> bytes(String name) {
    return Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(name), Serdes.ByteArray(), Serdes.ByteArray())
        .withCachingDisabled()
        .withLoggingEnabled(Topic.SCORES.policy());
  }
}
