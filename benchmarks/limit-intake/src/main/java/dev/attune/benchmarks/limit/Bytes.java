package dev.attune.benchmarks.limit;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.RestResponse;

/** Posts the body to Kafka and answers once every in-sync replica has it. */
@Path("/")
@Singleton
public class Bytes {

  private final KafkaProducer<byte[], byte[]> producer;
  private final String topic;

  Bytes(
      @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap,
      @ConfigProperty(name = "limit.topic") String topic) {
    this.topic = topic;
    this.producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrap,
                ProducerConfig.ACKS_CONFIG,
                "all"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.partitionsFor(topic);
  }

  /** Posts one body. */
  @POST
  public Uni<RestResponse<Void>> post(byte[] body) {
    return Uni.createFrom().emitter(emitter -> send(body, emitter));
  }

  private void send(byte[] body, UniEmitter<? super RestResponse<Void>> emitter) {
    // The callback tells the outcome; the future would tell it again.
    var _ =
        producer.send(
            new ProducerRecord<>(topic, body),
            (metadata, failure) -> {
              if (failure == null) {
                emitter.complete(RestResponse.accepted());
              } else {
                emitter.fail(failure);
              }
            });
  }

  @PreDestroy
  void close() {
    producer.close();
  }
}
