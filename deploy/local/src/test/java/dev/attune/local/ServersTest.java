package dev.attune.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.attune.contracts.Topic;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.junit.jupiter.api.Test;

class ServersTest {

  @Test
  void a_test_gets_a_broker_with_every_topic() throws Exception {
    try (KafkaServer kafka = Servers.kafka();
        Admin admin =
            Admin.create(
                Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers()))) {
      assertThat(admin.listTopics().names().get())
          .containsAll(Arrays.stream(Topic.values()).map(Topic::topicName).toList());
    }
  }

  @Test
  void a_test_gets_a_database_that_its_owner_may_change_and_the_application_enter()
      throws Exception {
    try (PostgresServer postgres = Servers.postgres()) {
      try (var owner =
              DriverManager.getConnection(
                  postgres.jdbcUrl(), postgres.owner().user(), postgres.owner().password());
          var statement = owner.createStatement()) {
        statement.execute("CREATE TABLE own (n int)");
      }
      try (var app =
          DriverManager.getConnection(
              postgres.jdbcUrl(), postgres.app().user(), postgres.app().password())) {
        assertThat(app.isValid(1)).isTrue();
      }
    }
  }
}
