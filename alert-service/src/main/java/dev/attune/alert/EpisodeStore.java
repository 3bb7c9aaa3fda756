package dev.attune.alert;

import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.store.EpisodeBytes;
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

  EpisodeState find(String tenant, String episode) {
    byte[] bytes = opened().get(key(tenant, episode));
    return bytes == null
        ? EpisodeState.empty(tenant, episode)
        : EpisodeBytes.read(tenant, episode, bytes);
  }

  /** Keeps a state, or forgets it where it is empty. */
  void keep(EpisodeState state) {
    if (state.isEmpty()) {
      opened().delete(key(state));
    } else {
      opened().put(key(state), EpisodeBytes.write(state));
    }
  }

  /** Keeps a state unless it has become too long for one record. */
  boolean keepIfItFits(EpisodeState state) {
    byte[] bytes = EpisodeBytes.write(state);
    if (bytes.length > LONGEST) {
      return false;
    }
    opened().put(key(state), bytes);
    return true;
  }

  private static byte[] key(EpisodeState state) {
    return key(state.history().tenant(), state.history().episode());
  }

  private static byte[] key(String tenant, String episode) {
    return (tenant + "/" + episode).getBytes(StandardCharsets.UTF_8);
  }

  private KeyValueStore<byte[], byte[]> opened() {
    if (store == null) {
      throw new IllegalStateException("the store is used before it is opened");
    }
    return store;
  }
}
