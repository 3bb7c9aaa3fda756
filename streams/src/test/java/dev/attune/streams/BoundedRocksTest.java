package dev.attune.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

class BoundedRocksTest {

  @Test
  void every_store_shares_one_bound_of_memory() {
    RocksDB.loadLibrary();
    try (var first = new Options();
        var second = new Options()) {
      bound(first);
      bound(second);

      assertThat(first.writeBufferManager()).isNotNull().isSameAs(second.writeBufferManager());
      assertThat(first.writeBufferSize()).isEqualTo(1024 * 1024);
    }
  }

  private static void bound(Options options) {
    options.setTableFormatConfig(new BlockBasedTableConfig());
    new BoundedRocks().setConfig("store", options, Map.of(BoundedRocks.BYTES, "8388608"));
  }
}
