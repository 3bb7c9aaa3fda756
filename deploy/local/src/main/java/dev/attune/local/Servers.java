package dev.attune.local;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.testcontainers.DockerClientFactory;

/**
 * The one place where tests get their broker and database: containers where Docker answers,
 * embedded servers where it does not.
 */
public final class Servers {

  private static final Logger LOG = System.getLogger(Servers.class.getName());

  private Servers() {}

  /** A new broker with every topic; the caller closes it. */
  public static KafkaServer kafka() {
    return choice("Kafka") ? ContainerKafka.start() : EmbeddedKafka.start();
  }

  /** A new PostgreSQL with database and roles; the caller closes it. */
  public static PostgresServer postgres() {
    return choice("PostgreSQL") ? ContainerPostgres.start() : EmbeddedPostgres.start();
  }

  private static boolean choice(String what) {
    boolean docker = Docker.ANSWERS;
    LOG.log(
        Level.INFO,
        "{0} for tests: {1}",
        what,
        docker ? "Testcontainers, for Docker answers" : "embedded, for Docker does not answer");
    return docker;
  }

  /** Asked once per JVM, because the question takes a while. */
  private static final class Docker {
    static final boolean ANSWERS = DockerClientFactory.instance().isDockerAvailable();
  }
}
