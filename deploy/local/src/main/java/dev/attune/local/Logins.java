package dev.attune.local;

import dev.attune.local.PostgresServer.Login;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The database's three roles with random passwords, kept in a file that only its owner reads. */
record Logins(Login admin, Login owner, Login app) {

  private static final int PASSWORD_BYTES = 24;

  static Logins random() {
    return new Logins(fresh("postgres"), fresh("attune_owner"), fresh("attune_app"));
  }

  /** Reads the file, or writes it with new passwords where there is none. */
  static Logins keptIn(Path file) {
    try {
      if (!Files.exists(file)) {
        random().writeTo(file);
      }
      var kept = new Properties();
      try (Reader reader = Files.newBufferedReader(file)) {
        kept.load(reader);
      }
      return new Logins(
          from(kept, "postgres", file),
          from(kept, "attune_owner", file),
          from(kept, "attune_app", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeTo(Path file) throws IOException {
    var kept = new Properties();
    for (Login login : new Login[] {admin, owner, app}) {
      kept.setProperty(login.user(), login.password());
    }
    var text = new StringWriter();
    kept.store(text, "passwords of the embedded database");
    PrivateFile.write(file, text.toString());
  }

  private static Login from(Properties kept, String user, Path file) throws IOException {
    String password = kept.getProperty(user);
    if (password == null) {
      throw new IOException(file + " holds no password of " + user);
    }
    return new Login(user, password);
  }

  private static Login fresh(String user) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Login(user, HexFormat.of().formatHex(bytes));
  }
}
