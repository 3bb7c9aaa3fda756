package dev.attune.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.attune.local.PostgresServer.Login;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedPostgresTest {

  private Path directory;
  private EmbeddedPostgres server;

  @BeforeAll
  void start(@TempDir Path temporary) {
    directory = temporary;
    server = EmbeddedPostgres.start(directory.resolve("with space"), Loopback.freePort());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void commits_reach_the_disk_before_they_are_answered() throws SQLException {
    assertThat(shown("fsync")).isEqualTo("on");
    assertThat(shown("synchronous_commit")).isEqualTo("on");
    assertThat(shown("full_page_writes")).isEqualTo("on");
  }

  @Test
  void listens_on_loopback_only() throws SQLException {
    assertThat(shown("listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(rows(server.admin(), "SHOW unix_socket_directories")).containsExactly("");
  }

  @Test
  void roles_neither_rule_nor_pass_by_row_level_security() throws SQLException {
    assertThat(
            rows(
                server.admin(),
                "SELECT rolname || rolsuper || rolbypassrls || rolcreaterole || rolcreatedb"
                    + " FROM pg_roles WHERE rolname LIKE 'attune%' ORDER BY 1"))
        .containsExactly("attune_appfalsefalsefalsefalse", "attune_ownerfalsefalsefalsefalse");
    assertThat(
            rows(
                server.admin(),
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'attune'"))
        .containsExactly("attune_owner");
  }

  @Test
  void nobody_enters_without_a_password() {
    assertThatThrownBy(() -> rows(new Login("attune_owner", "guess"), "SELECT 1"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void passwords_are_readable_for_their_owner_alone() throws Exception {
    Path passwords = directory.resolve("with space").resolve("passwords.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwords)))
        .isEqualTo("rw-------");
  }

  @Test
  void committed_rows_survive_a_kill() throws SQLException {
    execute("CREATE TABLE IF NOT EXISTS kept (n int PRIMARY KEY)");
    execute("INSERT INTO kept SELECT generate_series(1, 1000)");
    long before = server.pid();

    server.kill();
    server.restart();

    assertThat(server.pid()).isNotEqualTo(before);
    assertThat(rows(server.owner(), "SELECT count(*) FROM kept")).containsExactly("1000");
  }

  @Test
  void a_lock_that_names_another_process_does_not_keep_it_from_starting() throws Exception {
    server.kill();
    Path lock = directory.resolve("with space/data/postmaster.pid");
    List<String> lines = new ArrayList<>(Files.readAllLines(lock));
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    lines.set(2, "1000000000");
    Files.write(lock, lines);

    server.restart();

    assertThat(rows(server.app(), "SELECT 1")).containsExactly("1");
  }

  private String shown(String setting) throws SQLException {
    return rows(server.app(), "SHOW " + setting).getFirst();
  }

  private void execute(String sql) throws SQLException {
    try (Connection connection = connect(server.owner());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> rows(Login login, String sql) throws SQLException {
    var found = new ArrayList<String>();
    try (Connection connection = connect(login);
        var statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(server.jdbcUrl(), login.user(), login.password());
  }
}
