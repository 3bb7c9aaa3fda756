package dev.attune.streams;

import dev.attune.contracts.Delivery;
import dev.attune.contracts.Json;
import dev.attune.contracts.Perspective;
import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.Rating;
import dev.attune.contracts.SessionRef;
import dev.attune.contracts.Setting;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Ratings and options to test with. */
final class Samples {

  static final Instant HELD = Instant.parse("2026-11-02T10:00:00Z");

  private Samples() {}

  static Rating rating(String episode) {
    return new Rating(
        "northside",
        episode,
        "C-1",
        "T-9",
        Population.ADULT,
        new SessionRef("S-42", 4, HELD, Setting.INDIVIDUAL, Delivery.VIDEO),
        "srs",
        new Rater(Perspective.CLIENT, "C-1"),
        List.of(new BigDecimal("9.5"), BigDecimal.TEN, BigDecimal.ONE, BigDecimal.TWO),
        false,
        null,
        false,
        null,
        null,
        HELD);
  }

  static byte[] key(Rating rating) {
    return bytes(rating.key().text());
  }

  static byte[] json(Rating rating) {
    return Json.write(rating);
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static StreamsOptions options(Map<String, String> settings) {
    var builder =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withConverter(Duration.class, 1, new DurationConverter())
            .withMapping(StreamsOptions.class);
    settings.forEach((name, value) -> builder.withDefaultValue("attune.streams." + name, value));
    return builder.build().getConfigMapping(StreamsOptions.class);
  }
}
