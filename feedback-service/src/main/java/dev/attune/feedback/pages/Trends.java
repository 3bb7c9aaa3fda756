package dev.attune.feedback.pages;

import dev.attune.feedback.read.CaseloadView;
import dev.attune.feedback.store.Rows;
import dev.attune.feedback.store.Tenants;
import dev.attune.web.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The latest totals of the client's session ratings, for the small lines of a caseload. */
@ApplicationScoped
class Trends {

  private static final int LONGEST = 12;

  private static final String TOTALS =
      """
      select episode, total from (
        select s.episode, s.total, s.held_at, s.session, row_number() over (
          partition by s.episode order by s.held_at desc, s.session desc) as age
        from json_to_recordset(cast(cast(?2 as text) as json)) as t(episode text)
        join score s on s.tenant = ?1 and s.episode = t.episode
        where s.instrument = 'srs' and s.perspective = 'CLIENT' and s.total is not null) youngest
      where age <= ?3 order by episode, age desc
      """;

  private final Tenants tenants;

  Trends(Tenants tenants) {
    this.tenants = tenants;
  }

  private record Key(String episode) {}

  private record Total(String episode, BigDecimal total) {}

  /**
   * By episode, the totals in the order of sessions; only of episodes the caller has been shown.
   */
  Uni<Map<String, List<BigDecimal>>> of(Caller caller, CaseloadView shown) {
    if (shown.episodes().isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    String keys =
        Rows.json(shown.episodes().stream().map(line -> new Key(line.episode())).toList());
    return tenants
        .answer(
            caller.tenant(), rows -> rows.read(Total.class, TOTALS, caller.tenant(), keys, LONGEST))
        .map(Trends::byEpisode);
  }

  private static Map<String, List<BigDecimal>> byEpisode(List<Total> totals) {
    return totals.stream()
        .collect(
            Collectors.groupingBy(
                Total::episode, Collectors.mapping(Total::total, Collectors.toList())));
  }
}
