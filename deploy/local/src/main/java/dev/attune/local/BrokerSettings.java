package dev.attune.local;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** How a single broker is set, with little memory. */
final class BrokerSettings {

  /** The settings that the embedded broker shares with one in a container. */
  static final Map<String, String> COMMON =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("default.replication.factor", "1"),
          Map.entry("min.insync.replicas", "1"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          Map.entry("group.min.session.timeout.ms", "1000"));

  private static final Map<String, String> SMALL =
      Map.ofEntries(
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"),
          Map.entry("background.threads", "2"),
          Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 * 1024 * 1024)),
          Map.entry("log.cleaner.io.buffer.size", Integer.toString(256 * 1024)),
          Map.entry("broker.heartbeat.interval.ms", "500"),
          Map.entry("broker.session.timeout.ms", "3000"),
          Map.entry("controlled.shutdown.max.retries", "1"));

  private BrokerSettings() {}

  /** One node that is broker and controller, on loopback only. */
  static Properties singleNode(Path data, int port, int controllerPort) {
    var settings = new Properties();
    settings.putAll(COMMON);
    settings.putAll(SMALL);
    settings.setProperty("process.roles", "broker,controller");
    settings.setProperty("node.id", "1");
    settings.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
    settings.setProperty(
        "listeners", "LOG://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
    settings.setProperty("advertised.listeners", "LOG://127.0.0.1:" + port);
    settings.setProperty("listener.security.protocol.map", "LOG:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.setProperty("inter.broker.listener.name", "LOG");
    settings.setProperty("controller.listener.names", "CONTROLLER");
    settings.setProperty("log.dirs", data.toString());
    return settings;
  }
}
