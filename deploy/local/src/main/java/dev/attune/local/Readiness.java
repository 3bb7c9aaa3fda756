package dev.attune.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** A service's own word on whether it is ready, by MicroProfile Health. */
final class Readiness {

  private static final int TIMEOUT_MILLIS = 2_000;

  private final URI address;

  Readiness(int port) {
    this.address = URI.create("http://" + Loopback.HOST + ":" + port + "/q/health/ready");
  }

  boolean holds() {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(TIMEOUT_MILLIS);
      connection.setReadTimeout(TIMEOUT_MILLIS);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }
}
