package dev.attune.feedback.project;

import dev.attune.feedback.store.Rows;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How far the log has been taken over, kept in the transaction that takes it over: so each record
 * is taken over once, whatever is killed and whoever else reads the same partition.
 */
final class Offsets {

  private static final String ALL = "select topic, part, topic_id, next from projection_offset";

  private static final String CLAIM =
      """
      with claimed as (
        select o.topic, o.part, o.topic_id, o.next from projection_offset o
        where o.part in (
          select part from json_to_recordset(cast(cast(?1 as text) as json)) as t(part integer))
        order by o.part, o.topic for update of o
      )
      select cast(row_to_json(claimed) as text) from claimed
      """;

  private static final String KEEP =
      """
      insert into projection_offset (topic, part, topic_id, next)
      select * from json_to_recordset(cast(cast(?1 as text) as json))
        as n(topic text, part integer, topic_id text, next bigint)
      order by part, topic
      on conflict (topic, part) do update set topic_id = excluded.topic_id, next = excluded.next
      """;

  private Offsets() {}

  /** Everything that is kept. */
  static Uni<List<Position>> all(Rows rows) {
    return rows.read(Position.class, ALL);
  }

  /**
   * Claims partitions for this transaction, and with each those of the same number in the other
   * topics: they hold the same episodes, and whoever reads them may be somebody else.
   *
   * @param from the first record of each that is to be taken over
   * @throws Elsewhere (as failure) if one of them has gone on without us or has been made anew
   */
  static Uni<Void> claim(Rows rows, List<Position> from) {
    return rows.change(Position.class, CLAIM, Rows.json(from))
        .invoke(held -> requireFollowing(from, held))
        .replaceWithVoid();
  }

  /** Keeps how far the log has been taken over. */
  static Uni<Integer> keep(Rows rows, Collection<Position> positions) {
    return rows.write(KEEP, Rows.json(positions));
  }

  private static void requireFollowing(List<Position> from, List<Position> held) {
    Map<String, Position> kept =
        held.stream().collect(Collectors.toMap(p -> p.topic() + "/" + p.part(), p -> p));
    for (Position first : from) {
      Position position = kept.get(first.topic() + "/" + first.part());
      if (position == null
          || !position.topicId().equals(first.topicId())
          || first.next() < position.next()) {
        throw new Elsewhere();
      }
    }
  }

  /** The records at hand are not those that come next. */
  static final class Elsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Elsewhere() {
      super("the records at hand do not follow those taken over", null, false, false);
    }
  }
}
