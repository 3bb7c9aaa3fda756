package dev.attune.local;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who runs PostgreSQL, which refuses to be run by root: an ordinary user as itself; root within a
 * user namespace where the kernel grants one, else as nobody.
 *
 * @param prefix the words before each command
 * @param ownsFiles whether the files have to belong to nobody
 */
record OrdinaryUser(List<String> prefix, boolean ownsFiles) {

  private static final int NOBODY = 65534;

  static OrdinaryUser present() {
    if (new UnixSystem().getUid() != 0) {
      return new OrdinaryUser(List.of(), false);
    }
    var namespace = List.of("unshare", "-U");
    if (works(namespace)) {
      return new OrdinaryUser(namespace, false);
    }
    var nobody =
        List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups", "--");
    if (works(nobody)) {
      return new OrdinaryUser(nobody, true);
    }
    throw new IllegalStateException(
        "PostgreSQL does not run as root, and neither unshare nor setpriv works here:"
            + " run this as an ordinary user");
  }

  /** Where PostgreSQL's programs are kept: somewhere this user can reach. */
  Path cache() {
    String home = System.getProperty("user.home", "");
    Path own = Path.of(home, ".cache", "attune");
    if (!ownsFiles && Files.isWritable(Path.of(home))) {
      return own;
    }
    return Path.of(
        System.getProperty("java.io.tmpdir"), "attune-" + System.getProperty("user.name"));
  }

  /** Of directories with personal data: for its owner alone, but a way through for nobody. */
  String directoryPermissions() {
    return ownsFiles ? "rwx--x--x" : "rwx------";
  }

  /** Gives a directory with everything in it to this user. */
  void own(Path directory) {
    if (!ownsFiles) {
      return;
    }
    try (Stream<Path> walk = Files.walk(directory)) {
      for (Path path : walk.toList()) {
        Files.setAttribute(path, "unix:uid", NOBODY);
        Files.setAttribute(path, "unix:gid", NOBODY);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean works(List<String> prefix) {
    try {
      return Command.of(prefix).and("true").quietly() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }
}
