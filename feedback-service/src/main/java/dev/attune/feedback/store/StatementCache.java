package dev.attune.feedback.store;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.pgclient.PgBuilder;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnectOptions;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Lets connections keep every statement prepared: the client's usual bound of 2,048 characters
 * leaves out the projection's longest, which are those that cost most to plan.
 */
@Singleton
class StatementCache implements PgPoolCreator {

  private static final int LONGEST = 16 * 1024;

  @Override
  public Pool create(Input input) {
    input
        .pgConnectOptionsList()
        .forEach(options -> options.setPreparedStatementCacheSqlLimit(LONGEST));
    return PgBuilder.pool()
        .with(input.poolOptions())
        .connectingTo(List.<SqlConnectOptions>copyOf(input.pgConnectOptionsList()))
        .using(input.vertx())
        .build();
  }
}
