package dev.attune.instruments.packs;

import dev.attune.instruments.Catalogue;
import dev.attune.instruments.LicenceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The catalogue with the packs of a site. A pack with any fault is refused as a whole, and the rest
 * is as if it were not there.
 *
 * @param catalogue what ships, and what the sound packs add
 * @param licences what the sound packs record
 * @param installed the version of every pack that was taken, by its folder
 * @param refused everything wrong with every other pack, by its folder
 */
public record Packs(
    Catalogue catalogue,
    List<LicenceRecord> licences,
    Map<String, String> installed,
    Map<String, List<PackFault>> refused) {

  private static final String MANIFEST = "pack.yaml";
  private static final int MAX_PACKS = 100;

  public Packs {
    licences = List.copyOf(licences);
    installed = Collections.unmodifiableMap(new TreeMap<>(installed));
    refused = Collections.unmodifiableMap(new TreeMap<>(refused));
  }

  /** What ships, and nothing else. */
  public static Packs none() {
    return new Packs(Catalogue.shipped(), List.of(), Map.of(), Map.of());
  }

  /** Those of the directory that the site names, if it names one. */
  public static Packs in(Optional<Path> directory) {
    return directory.map(Packs::read).orElseGet(Packs::none);
  }

  /** In one line for each pack: its version, or its first fault and how many there are. */
  public Map<String, String> states() {
    Map<String, String> states = new TreeMap<>();
    installed.forEach((pack, version) -> states.put(pack, "version " + version));
    refused.forEach((pack, faults) ->
        states.put(
            pack, "refused, faults: %d, first: %s".formatted(faults.size(), faults.getFirst())));
    return states;
  }

  /**
   * Reads a directory of packs, each a folder with a {@code pack.yaml}, or a single one. Never
   * fails: what cannot be read is refused.
   */
  public static Packs read(Path directory) {
    Map<String, List<PackFault>> refused = new TreeMap<>();
    List<Pack> sound = new ArrayList<>();
    folders(directory, refused)
        .forEach((name, folder) -> {
          PackReader.Result result = PackReader.read(folder, name);
          if (result.pack() != null) {
            sound.add(result.pack());
          } else {
            refused.put(name, result.faults());
          }
        });
    return assembled(sound, refused);
  }

  /** Refusing one pack may pull the ground from under another one: until no more fall. */
  private static Packs assembled(List<Pack> sound, Map<String, List<PackFault>> refused) {
    Catalogue shipped = Catalogue.shipped();
    while (true) {
      Assembly.Result result = Assembly.of(shipped, sound);
      if (result.faults().isEmpty()) {
        Map<String, String> installed = new TreeMap<>();
        sound.forEach(pack -> installed.put(pack.name(), pack.manifest().value().version()));
        refused.replaceAll((_, faults) -> faults.stream().sorted().distinct().toList());
        return new Packs(result.catalogue(), result.licences(), installed, refused);
      }
      refused.putAll(result.faults());
      sound.removeIf(pack -> result.faults().containsKey(pack.name()));
    }
  }

  private static Map<String, Path> folders(Path directory, Map<String, List<PackFault>> refused) {
    String itself = String.valueOf(directory.toAbsolutePath().normalize().getFileName());
    Map<String, Path> folders = new LinkedHashMap<>();
    try {
      if (Files.exists(directory.resolve(MANIFEST))) {
        return Map.of(itself, directory);
      }
      for (Path entry : PackReader.entries(directory)) {
        if (Files.isDirectory(entry)) {
          folders.put(String.valueOf(entry.getFileName()), entry);
        }
      }
    } catch (IOException e) {
      refuse(itself, "cannot be read (%s)".formatted(e.getClass().getSimpleName()), refused);
    }
    if (folders.size() > MAX_PACKS) {
      refuse(itself, "holds more than %d packs".formatted(MAX_PACKS), refused);
      return Map.of();
    }
    return folders;
  }

  private static void refuse(String name, String reason, Map<String, List<PackFault>> refused) {
    refused.put(name, List.of(PackFault.ofFile(name, reason)));
  }
}
