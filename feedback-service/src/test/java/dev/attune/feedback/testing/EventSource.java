package dev.attune.feedback.testing;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attune.contracts.Json;
import io.restassured.RestAssured;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of the stream over a bare socket, so that it can go away as rudely as a real one. */
public final class EventSource implements AutoCloseable {

  private final Socket socket;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final List<Event> signals = new CopyOnWriteArrayList<>();
  private final List<String> comments = new CopyOnWriteArrayList<>();
  private final String status;
  private volatile boolean ended;

  /** One event; without a number of its own its id is -1. */
  public record Event(long id, String type, JsonNode data) {}

  private EventSource(Socket socket, BufferedReader lines) throws IOException {
    this.socket = socket;
    String first = lines.readLine();
    this.status = first == null ? "" : first;
    Thread.ofVirtual().start(() -> read(lines));
  }

  /** Opens the stream. */
  public static EventSource open(String token, @Nullable Long lastEventId) {
    return open(
        "Authorization: Bearer "
            + token
            + (lastEventId == null ? "" : "\r\nLast-Event-ID: " + lastEventId));
  }

  /** Opens the stream with headers of one's own. */
  public static EventSource open(String headers) {
    return open("/v1/stream", headers);
  }

  /** Opens the stream at an address and with headers of one's own. */
  public static EventSource open(String address, String headers) {
    try {
      var socket = new Socket("localhost", RestAssured.port);
      String request =
          "GET "
              + address
              + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
              + headers
              + "\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new EventSource(
          socket,
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The first line of the answer. */
  public String status() {
    return status;
  }

  /** The events with a number that have come so far. */
  public List<Event> events() {
    return List.copyOf(events);
  }

  /** The events without a number that have come so far. */
  public List<Event> signals() {
    return List.copyOf(signals);
  }

  /** How many comments have come so far; the first one tells that the stream is open. */
  public int comments() {
    return comments.size();
  }

  /** Whether the server has ended it. */
  public boolean ended() {
    return ended;
  }

  private void read(BufferedReader lines) {
    try {
      long id = -1;
      String type = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.add(line);
        } else if (line.startsWith("id:")) {
          id = Long.parseLong(line.substring(3).strip());
        } else if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5));
        } else if (line.equals("0")) {
          break;
        } else if (line.isEmpty() && !data.isEmpty()) {
          byte[] json = data.toString().getBytes(StandardCharsets.UTF_8);
          (id < 0 ? signals : events).add(new Event(id, type, Json.read(json, JsonNode.class)));
          data.setLength(0);
          id = -1;
        }
      }
    } catch (IOException e) {
      // The socket is closed: by us, or the test finds that the stream has ended.
    }
    ended = true;
  }

  @Override
  public void close() {
    cut();
  }

  /** Cuts the connection without a word; again changes nothing. */
  public void cut() {
    if (socket.isClosed()) {
      return;
    }
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
