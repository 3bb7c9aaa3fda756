package dev.attune.benchmarks;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Latencies of single requests. Safe for use by several threads. */
final class Latencies {

  private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

  void add(long latencyNanos) {
    nanos.add(latencyNanos);
  }

  int count() {
    return nanos.size();
  }

  /**
   * The latency that the given share of requests does not exceed.
   *
   * @param share from 0 to 1
   * @throws IllegalStateException if nothing was measured
   */
  Duration quantile(double share) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalStateException("no request was measured");
    }
    int index = (int) Math.ceil(share * sorted.length) - 1;
    return Duration.ofNanos(sorted[Math.clamp(index, 0, sorted.length - 1)]);
  }

  @Override
  public String toString() {
    return "%d requests, p50 %s ms, p99 %s ms"
        .formatted(count(), quantile(.5).toMillis(), quantile(.99).toMillis());
  }

  /** The middle of several runs. */
  static double median(double... runs) {
    double[] sorted = runs.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
