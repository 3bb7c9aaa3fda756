package dev.attune.intake.rest;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.contracts.Json;
import dev.attune.contracts.StableId;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Licence;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.Range;
import dev.attune.instruments.Scale;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The catalogue as it is served: written once at start, because it changes only with a release. */
@Singleton
class InstrumentPages {

  private static final JsonMapper MAPPER =
      Json.MAPPER
          .rebuild()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private final Page all;
  private final Map<String, Page> byId;

  InstrumentPages(Catalogue catalogue) {
    all = page(new Overview(catalogue.all().stream().map(Summary::of).toList()));
    byId = catalogue.all().stream().collect(toMap(Instrument::id, one -> page(Definition.of(one))));
  }

  /**
   * One page.
   *
   * @param tag changes whenever the page does
   */
  record Page(String json, String tag) {}

  /** The list of instruments. */
  record Overview(List<Summary> instruments) {}

  /** What a sender needs to choose an instrument. */
  record Summary(
      String id,
      String version,
      String name,
      Instrument.Status status,
      Set<Perspective> perspectives,
      int items,
      Licence.Gate gate) {

    static Summary of(Instrument one) {
      return new Summary(
          one.id(),
          one.version(),
          one.name(),
          one.status(),
          one.perspectives(),
          one.items().size(),
          one.licence().gate());
    }
  }

  /** A definition with the range of every scale, which follows from it. */
  record Definition(@JsonUnwrapped Instrument instrument, Map<String, Range> ranges) {

    static Definition of(Instrument one) {
      return new Definition(
          one, one.scales().stream().collect(toMap(Scale::id, s -> one.range(s.id()))));
    }
  }

  Page all() {
    return all;
  }

  @Nullable Page of(String id) {
    return byId.get(id);
  }

  private static Page page(Object content) {
    try {
      String json = MAPPER.writeValueAsString(content);
      return new Page(json, StableId.of("v", json));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
