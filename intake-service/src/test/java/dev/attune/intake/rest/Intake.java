package dev.attune.intake.rest;

import dev.attune.contracts.Topic;
import dev.attune.intake.Surroundings;
import dev.attune.intake.Tokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;

/** The service under test, as its callers and the readers of its log see it. */
public final class Intake {

  public static final String TOKEN = Surroundings.TOKENS.signed(Tokens.claims());

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final URI base;

  public Intake(URI base) {
    this.base = base;
  }

  /** A token of the integration of another clinic. */
  public static String tokenOf(String tenant) {
    return Surroundings.TOKENS.signed(Tokens.claims("tenant", tenant));
  }

  HttpRequest.Builder request(String path) {
    return stranger(path).header("Authorization", "Bearer " + TOKEN);
  }

  /** A request of somebody without a token. */
  public HttpRequest.Builder stranger(String path) {
    return HttpRequest.newBuilder(URI.create(base.toString().replaceAll("/+$", "") + path))
        .timeout(Duration.ofSeconds(60));
  }

  HttpRequest rating(String body) {
    return request("/v1/ratings")
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  HttpResponse<String> post(String body) {
    return send(rating(body));
  }

  HttpResponse<String> batch(String lines) {
    return batch(lines, TOKEN);
  }

  HttpResponse<String> batch(String lines, String token) {
    return send(
        stranger("/v1/ratings/batch")
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/x-ndjson")
            .POST(BodyPublishers.ofString(lines))
            .build());
  }

  HttpResponse<String> session(String id, String body) {
    return send(
        request("/v1/sessions/" + id)
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }

  public void awaitReady() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> get("/q/health/ready").statusCode() == 200);
  }

  public HttpResponse<String> get(String path) {
    return send(request(path).GET().build());
  }

  public HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Everything on a topic whose key begins so. */
  public static List<ConsumerRecord<String, byte[]>> records(Topic topic, String prefix) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", Surroundings.kafka().bootstrapServers());
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.topicName()).stream()
              .map(p -> new TopicPartition(p.topic(), p.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        consumer
            .poll(Duration.ofMillis(200))
            .records(topic.topicName())
            .forEach(record -> {
              if (record.key().startsWith(prefix)) {
                found.add(record);
              }
            });
      }
      return found;
    }
  }
}
