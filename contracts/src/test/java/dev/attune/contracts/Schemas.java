package dev.attune.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The schemas of the records, as a reader outside of this project uses them. */
final class Schemas {

  static final String BASE = "https://attune.dev/schemas/";

  static final List<String> NAMES =
      List.of("common", "session.v1", "rating.v1", "score.v1", "alert.v1");

  private static final SchemaRegistry REGISTRY = registry();

  private Schemas() {}

  static List<Error> faults(String name, String json) {
    Schema schema = REGISTRY.getSchema(SchemaLocation.of(BASE + name + ".schema.json"));
    return schema.validate(json, InputFormat.JSON);
  }

  static String text(String name) {
    return Golden.resource("/schemas/" + name + ".schema.json");
  }

  private static SchemaRegistry registry() {
    Map<String, String> byId =
        NAMES.stream()
            .collect(Collectors.toMap(name -> BASE + name + ".schema.json", Schemas::text));
    return SchemaRegistry.withDefaultDialect(
        SpecificationVersion.DRAFT_2020_12,
        builder ->
            builder
                .schemas(byId)
                .schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
  }
}
