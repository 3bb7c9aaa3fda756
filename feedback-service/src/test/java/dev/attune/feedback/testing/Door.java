package dev.attune.feedback.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A door before a server, always at the same port: closed, nobody gets through or stays inside. */
public final class Door implements AutoCloseable {

  private final int port;
  private final String host;
  private final int behind;
  private final Set<Socket> inside = ConcurrentHashMap.newKeySet();
  private @Nullable ServerSocket listening;

  /** A door before a server; it is open. */
  public Door(String host, int port) {
    this.host = host;
    this.behind = port;
    this.port = listen(0).getLocalPort();
  }

  /** The port of the door. */
  public int port() {
    return port;
  }

  /** Opens it. */
  public synchronized void open() {
    if (listening == null) {
      listen(port);
    }
  }

  /** Closes it, and throws out who is inside. */
  @Override
  public synchronized void close() {
    shut(listening);
    listening = null;
    inside.forEach(Door::shut);
    inside.clear();
  }

  private ServerSocket listen(int at) {
    try {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), at));
      listening = socket;
      Thread.ofVirtual().start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket socket) {
    try {
      while (!socket.isClosed()) {
        Socket here = socket.accept();
        var there = new Socket(host, behind);
        inside.add(here);
        inside.add(there);
        Thread.ofVirtual().start(() -> carry(here, there));
        Thread.ofVirtual().start(() -> carry(there, here));
      }
    } catch (IOException e) {
      // The door is closed.
    }
  }

  private void carry(Socket from, Socket to) {
    try (InputStream in = from.getInputStream();
        OutputStream out = to.getOutputStream()) {
      in.transferTo(out);
    } catch (IOException e) {
      // One of the two is gone, so is the other.
    }
    shut(from);
    shut(to);
    inside.remove(from);
    inside.remove(to);
  }

  private static void shut(@Nullable AutoCloseable thing) {
    try {
      if (thing != null) {
        thing.close();
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
