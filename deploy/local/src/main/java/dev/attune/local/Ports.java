package dev.attune.local;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who listens where on loopback.
 *
 * @param offset what is added to every usual port, so that two systems can run side by side
 */
record Ports(int offset) {

  private static final int KAFKA = 9092;
  private static final int POSTGRES = 5433;
  private static final int HIGHEST = 65535;

  Ports {
    if (offset < 0 || KAFKA + offset > HIGHEST) {
      throw new Refusal("--offset must lie between 0 and " + (HIGHEST - KAFKA));
    }
  }

  int of(Service service) {
    return service.usualPort() + offset;
  }

  int kafka() {
    return KAFKA + offset;
  }

  int postgres() {
    return POSTGRES + offset;
  }

  /** The base address of a service. */
  String address(Service service) {
    return "http://" + Loopback.HOST + ":" + of(service);
  }

  /** Every port by the name of the part that listens there, in the order of starting. */
  Map<String, Integer> byPart() {
    var ports = new LinkedHashMap<String, Integer>();
    ports.put(DataDirectory.KAFKA, kafka());
    ports.put(DataDirectory.POSTGRES, postgres());
    for (Service service : Service.values()) {
      ports.put(service.partName(), of(service));
    }
    return ports;
  }

  /**
   * Refuses, naming the part and the port, where another program already listens.
   *
   * @throws Refusal if one is in use
   */
  void requireFree() {
    byPart()
        .forEach((part, port) -> {
          if (!Loopback.isFree(port)) {
            throw new Refusal(
                "port %d (%s) is in use: end what listens there, or choose other ports with"
                        .formatted(port, part)
                    + " --offset N");
          }
        });
  }
}
