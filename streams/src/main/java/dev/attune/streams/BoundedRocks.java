package dev.attune.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Keeps all stores of a process within one bound of native memory: one cache, in which write
 * buffers, indexes and filters count too. Without it every store of every partition may take 66 MB.
 */
public final class BoundedRocks implements RocksDBConfigSetter {

  /** The setting that holds the bound, in bytes. */
  static final String BYTES = "attune.stores.bytes";

  private static final int WRITE_BUFFER_BYTES = 1024 * 1024;
  private static final int OPEN_FILES = 64;

  private static @Nullable Shared shared;

  @Override
  public void setConfig(String store, Options options, Map<String, Object> configs) {
    Shared memory = shared(Long.parseLong(String.valueOf(configs.get(BYTES))));
    if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
      table.setBlockCache(memory.cache());
      table.setCacheIndexAndFilterBlocks(true);
      table.setPinTopLevelIndexAndFilter(true);
      options.setTableFormatConfig(table);
    }
    options.setWriteBufferManager(memory.writeBuffers());
    options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    options.setMaxWriteBufferNumber(2);
    options.setMaxOpenFiles(OPEN_FILES);
  }

  @Override
  public void close(String store, Options options) {
    // What is shared outlives a single store.
  }

  private static synchronized Shared shared(long bytes) {
    if (shared == null) {
      RocksDB.loadLibrary();
      var cache = new LRUCache(bytes);
      shared = new Shared(cache, new WriteBufferManager(bytes / 2, cache));
    }
    return shared;
  }

  private record Shared(Cache cache, WriteBufferManager writeBuffers) {}
}
