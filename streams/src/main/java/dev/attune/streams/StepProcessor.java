package dev.attune.streams;

import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Topic;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Reads the bytes of a record, lets the step handle it, and forwards what comes of it. */
final class StepProcessor<K, V> implements Processor<byte[], byte[], byte[], byte[]> {

  private final String service;
  private final RecordFormat<K, V> format;
  private final Step<K, V> step;
  private final StreamMeters meters;
  private final String topic;

  private @Nullable ProcessorContext<byte[], byte[]> context;

  StepProcessor(String service, RecordFormat<K, V> format, Step<K, V> step, StreamMeters meters) {
    this.service = service;
    this.format = format;
    this.step = step;
    this.meters = meters;
    this.topic = format.event().topic().topicName();
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> opened) {
    context = opened;
    step.open(opened::getStateStore);
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    if (context == null) {
      throw new IllegalStateException("a record came before the processor was opened");
    }
    meters.read(topic);
    var exchange = new Handling(context, record);
    switch (format.decode(record.key(), record.value(), record.headers())) {
      case Decoded.Fact<K, V>(K key, V value) -> step.fact(key, value, exchange);
      case Decoded.Erasure<K, V>(K key) -> step.erasure(key, exchange);
      case Decoded.Dead<K, V>(DeadReason reason) -> exchange.giveUp(reason);
    }
  }

  private final class Handling implements Exchange {

    private final ProcessorContext<byte[], byte[]> context;
    private final Record<byte[], byte[]> record;
    private int sent;

    Handling(ProcessorContext<byte[], byte[]> context, Record<byte[], byte[]> record) {
      this.context = context;
      this.record = record;
    }

    @Override
    public byte[] key() {
      return record.key();
    }

    @Override
    public long receivedAt() {
      return record.timestamp();
    }

    @Override
    public void send(EventType event, byte[] key, byte[] value) {
      forward(event, key, value);
    }

    @Override
    public void erase(EventType event, byte[] key) {
      forward(event, key, null);
    }

    @Override
    public void giveUp(DeadReason reason) {
      context.forward(
          DeadLetter.of(record, reason, origin(), service), Topic.DEAD_LETTERS.topicName());
      meters.gaveUp(topic, reason);
    }

    private void forward(EventType event, byte[] key, byte @Nullable [] value) {
      var headers =
          EventHeaders.of(event, service, origin(), sent++, record.timestamp(), record.headers());
      context.forward(
          new Record<>(key, value, record.timestamp(), headers), event.topic().topicName());
      meters.wrote(event.topic().topicName(), record.timestamp());
    }

    private RecordMetadata origin() {
      return context
          .recordMetadata()
          .orElseThrow(() -> new IllegalStateException("a record without a place on the log"));
    }
  }
}
