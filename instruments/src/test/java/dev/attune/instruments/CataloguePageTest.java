package dev.attune.instruments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class CataloguePageTest {

  private static final Path PAGE =
      Path.of(System.getProperty("attune.root")).resolve("docs/instruments.md");

  @Test
  void page_of_the_documents_is_the_one_of_the_catalogue() throws IOException {
    String page = CataloguePage.of(Catalogue.shipped());
    Path fresh = Files.writeString(Path.of("target", "instruments.md"), page);

    assertThat(Files.readString(PAGE))
        .as("stale: ./attune instruments page > docs/instruments.md (or copy %s)", fresh)
        .isEqualTo(page);
  }

  @Test
  void every_instrument_has_a_row_and_says_what_is_uncertain() {
    String page = CataloguePage.of(Catalogue.shipped());

    assertThat(Catalogue.shipped().all())
        .allSatisfy(one -> {
          assertThat(page).contains("| [`" + one.id() + "`](#" + one.id() + ") |");
          assertThat(page).contains(one.uncertain());
        });
  }

  @Test
  void changed_definition_changes_the_page() {
    Instrument changed = Definitions.edited("srs-3.0.yaml", "status: READY", "status: VERIFY_KEY");

    assertThat(CataloguePage.of(Catalogue.of(List.of(changed)))).contains("verify key |");
  }
}
