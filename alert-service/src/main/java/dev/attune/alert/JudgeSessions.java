package dev.attune.alert;

import dev.attune.alert.domain.Appointment;
import dev.attune.alert.domain.EpisodeState;
import dev.attune.alert.domain.Judge;
import dev.attune.contracts.DeadReason;
import dev.attune.contracts.SessionKey;
import dev.attune.contracts.SessionRecord;
import dev.attune.streams.Exchange;
import dev.attune.streams.Step;

/** Takes what became of each session into its episode's history. */
final class JudgeSessions implements Step<SessionKey, SessionRecord> {

  private final int sessionsPerEpisode;
  private final AlertMeters meters;
  private final Episodes episodes;

  JudgeSessions(Judge judge, int sessionsPerEpisode, AlertMeters meters) {
    this.sessionsPerEpisode = sessionsPerEpisode;
    this.meters = meters;
    this.episodes = new Episodes(judge, meters);
  }

  @Override
  public void open(Stores stores) {
    episodes.open(stores);
  }

  @Override
  public void fact(SessionKey key, SessionRecord told, Exchange exchange) {
    EpisodeState before = episodes.find(key.tenant(), key.episode());
    var appointment = Appointment.of(told);
    if (before.history().holds(appointment)) {
      meters.repeated();
      return;
    }
    var after = before.history().with(appointment);
    if (after.appointments().size() > sessionsPerEpisode) {
      exchange.giveUp(DeadReason.OVER_LIMIT);
    } else {
      episodes.grow(before, after, exchange);
    }
  }

  @Override
  public void erasure(SessionKey key, Exchange exchange) {
    EpisodeState before = episodes.find(key.tenant(), key.episode());
    if (before.history().appointments().containsKey(key.session())) {
      var after = before.history().withoutAppointment(key.session());
      episodes.shrink(before, after, exchange);
    }
  }
}
