package dev.attune.scoring;

import dev.attune.contracts.Sha256;
import dev.attune.streams.Step;
import dev.attune.streams.StoreFormat;
import java.security.MessageDigest;
import java.util.Arrays;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was published under each key by 128 bits of its SHA-256, so that a repeated rating
 * publishes nothing, and nothing of a rating lies in the store.
 */
final class Fingerprints {

  private static final String STORE = "published-scores";
  private static final int BYTES = 16;

  private final MessageDigest digest = Sha256.digest();

  private @Nullable KeyValueStore<byte[], byte[]> store;

  static StoreBuilder<KeyValueStore<byte[], byte[]>> format() {
    return StoreFormat.bytes(STORE);
  }

  void open(Step.Stores stores) {
    store = stores.store(STORE);
  }

  /** Whether this differs from what was last published under the key; if so, remembers it. */
  boolean isNew(byte[] key, byte[] published) {
    byte[] fingerprint = Arrays.copyOf(digest.digest(published), BYTES);
    if (Arrays.equals(fingerprint, opened().get(key))) {
      return false;
    }
    opened().put(key, fingerprint);
    return true;
  }

  void forget(byte[] key) {
    opened().put(key, null);
  }

  private KeyValueStore<byte[], byte[]> opened() {
    if (store == null) {
      throw new IllegalStateException("the store is used before it is opened");
    }
    return store;
  }
}
