package dev.attune.instruments;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A worked example: raw answers, of one or several raters, or totals, and what they mean. */
record Vector(
    @JsonProperty("case") String name,
    String of,
    @Nullable AgeBand client,
    @Nullable Perspective rater,
    @Nullable Integer session,
    @Nullable List<@Nullable BigDecimal> answers,
    @Nullable List<List<@Nullable BigDecimal>> raters,
    @Nullable Map<String, BigDecimal> totals,
    Scored.State state,
    Map<String, @Nullable BigDecimal> scores,
    @Nullable BigDecimal pomp,
    @Nullable BigDecimal t,
    List<String> flags) {

  static List<Vector> read(String resource) {
    try (InputStream yaml = Vector.class.getResourceAsStream(resource)) {
      return YAMLMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readValue(yaml, new TypeReference<List<Vector>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Scored score(Instrument instrument) {
    Respondent respondent =
        new Respondent(
            Objects.requireNonNullElse(rater, Perspective.CLIENT),
            Objects.requireNonNullElse(client, AgeBand.ADULT),
            null,
            session);
    if (answers != null) {
      return Scoring.score(instrument, answers, respondent);
    }
    if (raters != null) {
      return Scoring.ofRaters(instrument, raters, respondent);
    }
    return Scoring.ofTotals(instrument, Objects.requireNonNull(totals), respondent);
  }

  @Override
  public String toString() {
    return of + ": " + name;
  }
}
