package dev.attune.intake.rest;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.attune.contracts.Json;
import dev.attune.contracts.StableId;
import dev.attune.instruments.FormGate;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Licence;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.Range;
import dev.attune.instruments.Scale;
import dev.attune.instruments.packs.Packs;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue as it is served. A definition changes only with a start; whether its form may be
 * shown depends on clinic and day, in a handful of ways, each of which is written once.
 */
@Singleton
class InstrumentPages {

  private static final JsonMapper MAPPER =
      Json.MAPPER
          .rebuild()
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
          .build();

  private final Packs packs;
  private final Clock clock;
  private final Map<Key, Page> definitions = new ConcurrentHashMap<>();

  InstrumentPages(Packs packs, Clock clock) {
    this.packs = packs;
    this.clock = clock;
  }

  private record Key(String id, FormGate gate) {}

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
      Instrument.Construct measures,
      Licence.Gate gate,
      boolean form) {

    static Summary of(Instrument one, FormGate gate) {
      return new Summary(
          one.id(),
          one.version(),
          one.name(),
          one.status(),
          one.perspectives(),
          one.items().size(),
          one.measures(),
          one.licence().gate(),
          gate instanceof FormGate.Open);
    }
  }

  /** A definition, the range of every scale, which follows from it, and whether it has a form. */
  record Definition(@JsonUnwrapped Instrument instrument, Map<String, Range> ranges, Form form) {

    static Definition of(Instrument one, FormGate gate) {
      Map<String, Range> ranges =
          one.scales().stream().collect(toMap(Scale::id, s -> one.range(s.id())));
      return new Definition(one, ranges, Form.of(gate));
    }
  }

  /**
   * Whether a screen may ask the items. Answers given elsewhere are taken either way.
   *
   * @param languages in which it may, by perspective; empty where it may not
   * @param obstacles why it may not; empty where it may
   */
  record Form(
      boolean open, Map<Perspective, Set<String>> languages, List<FormGate.Obstacle> obstacles) {

    static Form of(FormGate gate) {
      return switch (gate) {
        case FormGate.Open open -> new Form(true, open.languages(), List.of());
        case FormGate.Closed closed -> new Form(false, Map.of(), closed.obstacles());
      };
    }
  }

  Page all(String tenant) {
    return page(
        new Overview(
            packs.catalogue().all().stream()
                .map(one -> Summary.of(one, gate(one, tenant)))
                .toList()));
  }

  @Nullable Page of(String id, String tenant) {
    return packs
        .catalogue()
        .find(id)
        .map(one ->
            definitions.computeIfAbsent(
                new Key(id, gate(one, tenant)), key -> page(Definition.of(one, key.gate()))))
        .orElse(null);
  }

  private FormGate gate(Instrument instrument, String tenant) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return FormGate.decide(instrument, packs.licences(), tenant, today);
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
