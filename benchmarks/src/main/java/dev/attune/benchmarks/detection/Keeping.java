package dev.attune.benchmarks.detection;

import dev.attune.detection.Expectation;
import dev.attune.detection.Norms;
import dev.attune.detection.Observed;
import dev.attune.detection.simulation.SimulatedClient;
import dev.attune.detection.simulation.SimulatedSession;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * What is kept between two ratings of a client, and whether a replay gives the same bytes: once
 * straight through each series, once with every expectation written to its bytes and read again,
 * the clients in the opposite order.
 *
 * @param stateBytes the most that is kept for a client and an instrument
 * @param sameOnReplay whether all that was emitted is the same, byte for byte
 * @param ratingsPerSecond on one core, the straight run
 */
record Keeping(int stateBytes, boolean sameOnReplay, double ratingsPerSecond) {

  private static final int EMITTED = 5 * Double.BYTES;

  static Keeping of(List<SimulatedClient> clients, Norms norms) throws NoSuchAlgorithmException {
    byte[][] straight = new byte[clients.size()][];
    long ratings = 0;
    long start = System.nanoTime();
    for (int i = 0; i < straight.length; i++) {
      straight[i] = straight(clients.get(i), norms);
      ratings += straight[i].length / EMITTED;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    byte[][] replayed = new byte[clients.size()][];
    int most = 0;
    for (int i = replayed.length - 1; i >= 0; i--) {
      byte[] state = Expectation.of(norms).state();
      byte[] bytes = bytes(clients.get(i));
      ByteBuffer emitted = ByteBuffer.wrap(bytes);
      for (SimulatedSession session : clients.get(i).sessions()) {
        if (session.rated()) {
          Observed observed =
              Expectation.of(norms, state).observe(session.number(), session.score());
          emit(emitted, observed);
          state = observed.next().state();
          most = Math.max(most, state.length);
        }
      }
      replayed[i] = Arrays.copyOf(bytes, emitted.position());
    }
    return new Keeping(most, Arrays.equals(digest(straight), digest(replayed)), ratings / seconds);
  }

  private static byte[] straight(SimulatedClient client, Norms norms) {
    byte[] bytes = bytes(client);
    ByteBuffer emitted = ByteBuffer.wrap(bytes);
    Detector.observe(norms, client).forEach(observed -> emit(emitted, observed));
    return Arrays.copyOf(bytes, emitted.position());
  }

  private static byte[] bytes(SimulatedClient client) {
    return new byte[client.sessions().size() * EMITTED];
  }

  private static void emit(ByteBuffer bytes, Observed observed) {
    bytes
        .putDouble(observed.predicted())
        .putDouble(observed.deviation())
        .putDouble(observed.z())
        .putDouble(observed.tail())
        .putDouble(observed.cusum());
  }

  private static byte[] digest(byte[][] all) throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (byte[] bytes : all) {
      digest.update(bytes);
    }
    return digest.digest();
  }
}
