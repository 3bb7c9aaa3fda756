package dev.attune.local;

import dev.attune.local.RunRecord.Running;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How the parts of a system are at one moment, as seen from outside. */
record SystemStatus(String data, List<PartStatus> parts) {

  SystemStatus {
    parts = List.copyOf(parts);
  }

  /** What a part does. */
  enum State {
    /** Its process lives and does its work. */
    UP,
    /** Its process lives and does not do its work yet, or not at this moment. */
    STARTING,
    /** It has no process. */
    DOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One part.
   *
   * @param mib its resident memory in MiB
   */
  record PartStatus(String name, @Nullable Long pid, String address, State state, long mib) {}

  static SystemStatus of(DataDirectory directory) {
    Optional<RunRecord> record = RunRecord.of(directory);
    var ports = new Ports(record.map(RunRecord::offset).orElse(0));
    var parts = new ArrayList<PartStatus>();
    parts.add(server(DataDirectory.KAFKA, ports.kafka(), record));
    parts.add(server(DataDirectory.POSTGRES, ports.postgres(), record));
    for (Service service : Service.values()) {
      parts.add(service(service, ports, record));
    }
    return new SystemStatus(directory.path().toString(), parts);
  }

  /** The resident memory of all parts, in MiB. */
  long mib() {
    return parts.stream().mapToLong(PartStatus::mib).sum();
  }

  boolean allUp() {
    return parts.stream().allMatch(part -> part.state() == State.UP);
  }

  private static PartStatus server(String name, int port, Optional<RunRecord> record) {
    return status(name, Loopback.HOST + ":" + port, record, Loopback.answers(port));
  }

  private static PartStatus service(Service service, Ports ports, Optional<RunRecord> record) {
    return status(
        service.partName(),
        ports.address(service),
        record,
        new Readiness(ports.of(service)).holds());
  }

  private static PartStatus status(
      String name, String address, Optional<RunRecord> record, boolean works) {
    Optional<ProcessHandle> process =
        record.flatMap(known -> known.part(name)).flatMap(Running::alive);
    if (process.isEmpty()) {
      return new PartStatus(name, null, address, State.DOWN, 0);
    }
    return new PartStatus(
        name,
        process.get().pid(),
        address,
        works ? State.UP : State.STARTING,
        Memory.residentMib(process.get()));
  }
}
