package dev.attune.local;

import dev.attune.contracts.Stage;
import dev.attune.local.PostgresServer.Login;
import dev.attune.local.verify.ReadModelReset;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;

/**
 * What is made of ratings and sessions: scores, alerts, the stages' stores and progress, and the
 * read model. Removed while no service runs, it is made again when they start; who was told what
 * and who acknowledged what stays, so nobody is told again.
 */
final class DerivedData {

  private static final int TIMEOUT_SECONDS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final DataDirectory directory;
  private final String bootstrapServers;
  private final PostgresPart postgres;

  DerivedData(DataDirectory directory, String bootstrapServers, PostgresPart postgres) {
    this.directory = directory;
    this.bootstrapServers = bootstrapServers;
    this.postgres = postgres;
  }

  void remove() {
    try (Admin admin =
        Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
      for (Stage stage : Stage.values()) {
        Waiting.until(
            "the progress of " + stage.service() + " is forgotten",
            PATIENCE,
            () -> isForgotten(admin, stage.group()));
      }
      get(admin.deleteTopics(derived(admin)).all());
      Waiting.until("the topics are gone", PATIENCE, () -> areGone(admin));
    }
    Topics.create(bootstrapServers);
    for (Service service : Service.values()) {
      if (Files.exists(directory.state(service))) {
        TemporaryDirectory.remove(directory.state(service));
      }
    }
    emptyReadModel();
  }

  private static boolean areGone(Admin admin) {
    try {
      return derived(admin).isEmpty();
    } catch (Refused e) {
      return false;
    }
  }

  private static Set<String> derived(Admin admin) {
    return get(admin.listTopics().names()).stream()
        .filter(DerivedData::isDerived)
        .collect(Collectors.toSet());
  }

  private static boolean isDerived(String topic) {
    return Arrays.stream(Stage.values())
        .anyMatch(stage ->
            topic.equals(stage.writes().topicName()) || topic.startsWith(stage.group() + "-"));
  }

  /** Members that died with the machine stay in their group until their session has timed out. */
  private static boolean isForgotten(Admin admin, String group) {
    try {
      get(
          admin
              .removeMembersFromConsumerGroup(group, new RemoveMembersFromConsumerGroupOptions())
              .all());
      get(admin.deleteConsumerGroups(Set.of(group)).all());
      return true;
    } catch (Refused e) {
      return switch (e.root()) {
        case GroupIdNotFoundException _ -> true;
        case GroupNotEmptyException _, TimeoutException _ -> false;
        default -> throw e;
      };
    }
  }

  private static <T> T get(KafkaFuture<T> answer) {
    try {
      return answer.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new Refused(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private void emptyReadModel() {
    Login admin = postgres.server().admin();
    try (Connection database =
        DriverManager.getConnection(postgres.server().jdbcUrl(), admin.user(), admin.password())) {
      if (hasReadModel(database)) {
        ReadModelReset.run(database);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot empty the read model: " + e.getMessage(), e);
    }
  }

  private static boolean hasReadModel(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet rows =
            statement.executeQuery("select to_regclass('projection_offset') is not null")) {
      return rows.next() && rows.getBoolean(1);
    }
  }

  /** The broker does not do what it was asked for. */
  private static final class Refused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    Refused(Exception cause) {
      super("cannot remove what is derived: " + cause, cause);
    }

    Throwable root() {
      Throwable root = this;
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return root;
    }
  }
}
