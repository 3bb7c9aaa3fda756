package dev.attune.local;

import dev.attune.local.PostgresServer.Login;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which log and database a command looks at: those of a data directory, or others by address. */
final class WhereOption {

  private static final String USER = "ATTUNE_DATABASE_USER";
  private static final String PASSWORD = "ATTUNE_DATABASE_PASSWORD";

  @Mixin private final DataOption data = new DataOption();

  @Option(
      names = "--bootstrap-servers",
      paramLabel = "HOST:PORT",
      description = "Kafka of a system elsewhere, in place of the data directory's.")
  private @Nullable String bootstrapServers;

  @Option(
      names = "--kafka-config",
      paramLabel = "FILE",
      description = "Properties of Kafka's clients: TLS, credentials.")
  private @Nullable Path kafkaConfig;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "PostgreSQL of a system elsewhere, jdbc:postgresql://HOST:PORT/NAME; the role is that of "
              + USER
              + " and "
              + PASSWORD
              + ".")
  private @Nullable String database;

  /** Whether the system is one that {@code ./attune up} runs here. */
  boolean isHere() {
    return bootstrapServers == null && database == null;
  }

  DataDirectory directory() {
    return data.directory();
  }

  KafkaClients kafka() {
    var settings = new HashMap<String, Object>();
    Path file = kafkaConfig;
    if (file != null) {
      properties(file).forEach((name, value) -> settings.put(name.toString(), value));
    }
    String servers = bootstrapServers;
    settings.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        servers == null ? Loopback.HOST + ":" + RunRecord.ports(directory()).kafka() : servers);
    return new KafkaClients(settings);
  }

  /**
   * A connection to the database.
   *
   * @param here the role in a data directory's database
   */
  Connection database(Function<Logins, Login> here) throws SQLException {
    String url = database;
    if (url == null) {
      Ports ports = RunRecord.ports(directory());
      Logins logins = Logins.keptIn(directory().postgres().resolve(EmbeddedPostgres.PASSWORDS));
      return connect(
          "jdbc:postgresql://%s:%d/%s".formatted(Loopback.HOST, ports.postgres(), Database.NAME),
          here.apply(logins));
    }
    return connect(url, new Login(required(USER), required(PASSWORD)));
  }

  private static Connection connect(String url, Login login) throws SQLException {
    return DriverManager.getConnection(url, login.user(), login.password());
  }

  private static String required(String variable) {
    Map<String, String> environment = System.getenv();
    String value = environment.get(variable);
    if (value == null || value.isBlank()) {
      throw new Refusal("--database needs " + variable + " in the environment");
    }
    return value;
  }

  private static Properties properties(Path file) {
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new Refusal("cannot read " + file);
    }
    return properties;
  }
}
