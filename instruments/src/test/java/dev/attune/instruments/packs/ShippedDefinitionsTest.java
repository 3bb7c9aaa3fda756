package dev.attune.instruments.packs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Instrument;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What ships would be taken as a pack, too. */
class ShippedDefinitionsTest {

  static List<Instrument> instruments() {
    return Catalogue.shipped().all();
  }

  @ParameterizedTest
  @MethodSource("instruments")
  void shipped_definition_agrees_with_itself(Instrument instrument) {
    var faults = new Faults(new YamlFile(instrument.id(), NullNode.instance, Map.of("", 1)));

    DefinitionCheck.check(instrument, faults);

    assertThat(faults.all()).isEmpty();
  }
}
