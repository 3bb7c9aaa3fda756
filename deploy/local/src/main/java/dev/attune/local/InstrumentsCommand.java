package dev.attune.local;

import dev.attune.instruments.Catalogue;
import dev.attune.instruments.CataloguePage;
import dev.attune.instruments.packs.PackFault;
import dev.attune.instruments.packs.Packs;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Looks after instruments, without a running system. */
@Command(name = "instruments", description = "Looks after instruments, without a running system.")
final class InstrumentsCommand {

  @Command(
      name = "check",
      description =
          "Checks packs as the services do; exits with 1 and one line per fault where one is wrong.")
  int check(
      @Parameters(paramLabel = "DIR", description = "One pack, or a directory of packs.")
          Path directory) {
    var console = new Console(System.out);
    Packs packs = Packs.read(directory);
    packs.refused().values().stream()
        .flatMap(List::stream)
        .map(PackFault::toString)
        .forEach(console::say);
    if (packs.states().isEmpty()) {
      throw new Refusal("there is no pack in " + directory);
    }
    packs.installed().forEach((pack, version) -> console.say(pack + " " + version + ": sound"));
    return packs.refused().isEmpty() ? 0 : 1;
  }

  @Command(
      name = "page",
      description =
          "Prints docs/instruments.md: what is supported, how far, and what is uncertain.")
  int page() {
    System.out.print(CataloguePage.of(Catalogue.shipped()));
    return 0;
  }
}
