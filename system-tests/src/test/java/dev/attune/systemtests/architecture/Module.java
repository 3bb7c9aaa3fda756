package dev.attune.systemtests.architecture;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The modules with code that ships, and which of ours each may depend on. */
enum Module {
  CONTRACTS("contracts", "contracts"),
  INSTRUMENTS("instruments", "instruments"),
  DETECTION("detection", "detection"),
  WEB("web", "web"),
  STREAMS("streams", "streams"),
  LOCAL("deploy/local", "local"),
  INTAKE("intake-service", "intake"),
  SCORING("scoring-service", "scoring"),
  ALERT("alert-service", "alert"),
  FEEDBACK("feedback-service", "feedback");

  private final String folder;
  private final String packageName;

  Module(String folder, String packageName) {
    this.folder = folder;
    this.packageName = packageName;
  }

  private Set<Module> mayUse() {
    return switch (this) {
      case CONTRACTS, INSTRUMENTS, DETECTION -> Set.of();
      case WEB, STREAMS -> Set.of(CONTRACTS);
      case LOCAL -> Set.of(CONTRACTS, INSTRUMENTS);
      case INTAKE -> Set.of(CONTRACTS, INSTRUMENTS, WEB);
      case SCORING -> Set.of(CONTRACTS, INSTRUMENTS, STREAMS);
      case ALERT -> Set.of(CONTRACTS, DETECTION, STREAMS);
      case FEEDBACK -> Set.of(CONTRACTS, INSTRUMENTS, DETECTION, WEB);
    };
  }

  /** Where the module's compiled classes lie. */
  Path classes(Path root) {
    return root.resolve(folder).resolve("target/classes");
  }

  /** The module's packages, as ArchUnit writes them. */
  String packages() {
    return "dev.attune." + packageName + "..";
  }

  /** The packages of all modules that this one must not know. */
  String[] forbiddenPackages() {
    Set<Module> forbidden = EnumSet.allOf(Module.class);
    forbidden.remove(this);
    forbidden.removeAll(mayUse());
    return forbidden.stream().map(Module::packages).toArray(String[]::new);
  }

  static List<Path> allClasses(Path root) {
    return Arrays.stream(values()).map(module -> module.classes(root)).toList();
  }
}
