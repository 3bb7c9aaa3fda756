package dev.attune.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import dev.attune.alert.domain.Change;
import dev.attune.alert.domain.Difference;
import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.domain.History;
import dev.attune.alert.domain.Judge;
import dev.attune.alert.domain.Publication;
import dev.attune.contracts.Alert;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.EventType;
import dev.attune.contracts.Json;
import dev.attune.streams.Exchange;
import dev.attune.streams.Step;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Keeps each episode's history, and publishes what the rules find anew when it has changed. */
final class Episodes {

  private static final ObjectWriter WRITER = Json.MAPPER.writerFor(Alert.class);

  private final Judge judge;
  private final AlertMeters meters;
  private final EpisodeStore store = new EpisodeStore();

  Episodes(Judge judge, AlertMeters meters) {
    this.judge = judge;
    this.meters = meters;
  }

  void open(Step.Stores stores) {
    store.open(stores);
  }

  EpisodeState find(String tenant, String episode) {
    return store.find(tenant, episode);
  }

  /** Takes what an event added, or gives the event up where the state outgrows one record. */
  void grow(EpisodeState before, History after, Exchange exchange) {
    Change change = Difference.between(before, after, judge);
    if (store.keepIfItFits(change.next())) {
      publish(change.publications(), exchange);
    } else {
      exchange.giveUp(DeadReason.OVER_LIMIT);
    }
  }

  /** Takes what an erasure left. */
  void shrink(EpisodeState before, History after, Exchange exchange) {
    Change change = Difference.between(before, after, judge);
    store.keep(change.next());
    publish(change.publications(), exchange);
  }

  private void publish(List<Publication> publications, Exchange exchange) {
    for (Publication publication : publications) {
      byte[] key = publication.key().text().getBytes(StandardCharsets.UTF_8);
      Alert alert = publication.alert();
      if (alert == null) {
        exchange.erase(EventType.ALERT, key);
        meters.erased();
      } else {
        exchange.send(EventType.ALERT, key, write(alert));
        meters.published(alert);
      }
    }
  }

  private static byte[] write(Alert alert) {
    try {
      return WRITER.writeValueAsBytes(alert);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
