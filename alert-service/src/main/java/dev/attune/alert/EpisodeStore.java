package dev.attune.alert;

import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.store.EpisodeBytes;
import dev.attune.contracts.RatingKey;
import dev.attune.streams.Step;
import dev.attune.streams.StoreFormat;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** One record per episode. */
final class EpisodeStore {

  private static final String NAME = "episodes";

  /** Below the broker's limit of 1 MiB a record, with room for what follows an erasure. */
  private static final int LONGEST = 900_000;

  private @Nullable KeyValueStore<byte[], byte[]> store;

  static StoreBuilder<KeyValueStore<byte[], byte[]>> format() {
    return StoreFormat.bytes(NAME);
  }

  void open(Step.Stores stores) {
    store = stores.store(NAME);
  }

  EpisodeState find(RatingKey key) {
    byte[] bytes = opened().get(episode(key));
    return bytes == null
        ? EpisodeState.empty(key.tenant(), key.episode())
        : EpisodeBytes.read(key.tenant(), key.episode(), bytes);
  }

  /** Keeps a state, or forgets it where it is empty. */
  void keep(RatingKey key, EpisodeState state) {
    if (state.isEmpty()) {
      opened().delete(episode(key));
    } else {
      opened().put(episode(key), EpisodeBytes.write(state));
    }
  }

  /** Keeps a state unless it has become too long for one record. */
  boolean keepIfItFits(RatingKey key, EpisodeState state) {
    byte[] bytes = EpisodeBytes.write(state);
    if (bytes.length > LONGEST) {
      return false;
    }
    opened().put(episode(key), bytes);
    return true;
  }

  private static byte[] episode(RatingKey key) {
    return (key.tenant() + "/" + key.episode()).getBytes(StandardCharsets.UTF_8);
  }

  private KeyValueStore<byte[], byte[]> opened() {
    if (store == null) {
      throw new IllegalStateException("the store is used before it is opened");
    }
    return store;
  }
}
