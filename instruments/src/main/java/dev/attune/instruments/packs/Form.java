package dev.attune.instruments.packs;

import static java.util.stream.Collectors.toUnmodifiableMap;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The form that a file of a pack must have: a JSON Schema that ships with this module. Knows as
 * much of JSON Schema 2020-12 as those schemas use; a schema that uses more is a fault of this
 * module, which its tests find.
 */
final class Form {

  static final Form INSTRUMENT = of("instrument.schema.json", "");
  static final Form MANIFEST = of("pack.schema.json", "/$defs/manifest");
  static final Form TEXTS = of("pack.schema.json", "/$defs/texts");
  static final Form NORMS = of("pack.schema.json", "/$defs/norms");
  static final Form LICENCE = of("pack.schema.json", "/$defs/licence");
  static final Form EXAMPLES = of("pack.schema.json", "/$defs/examples");

  private final Place place;

  private Form(Place place) {
    this.place = place;
  }

  /**
   * A schema and the document that its references are in.
   *
   * @param document the file name of the document
   */
  record Place(String document, JsonNode schema) {

    /** A part of the same document. */
    Place inner(JsonNode part) {
      return new Place(document, part);
    }
  }

  /** The schema documents that ship. */
  record Documents(Map<String, JsonNode> byName) {

    static final Documents SHIPPED =
        new Documents(
            Stream.of("instrument.schema.json", "pack.schema.json")
                .collect(toUnmodifiableMap(Function.identity(), Documents::read)));

    /** Follows a reference: {@code #/$defs/text} or {@code other.schema.json#/$defs/text}. */
    Place at(String document, String reference) {
      int hash = reference.indexOf('#');
      String target = hash == 0 ? document : reference.substring(0, hash);
      JsonNode root = byName.get(target);
      JsonNode schema =
          root == null ? null : root.at(JsonPointer.compile(reference.substring(hash + 1)));
      if (schema == null || schema.isMissingNode()) {
        throw new IllegalArgumentException("no schema at " + reference);
      }
      return new Place(target, schema);
    }

    private static JsonNode read(String name) {
      try (InputStream json = Form.class.getResourceAsStream("/instruments/" + name)) {
        if (json == null) {
          throw new FileNotFoundException(name + " is not in the module's jar");
        }
        return new JsonMapper().readTree(json);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Form of(String document, String pointer) {
    return new Form(Documents.SHIPPED.at(document, "#" + pointer));
  }

  /** Everything in which a file lacks the form. */
  List<PackFault> faults(YamlFile file) {
    return Validation.violations(Documents.SHIPPED, place, "", file.root()).stream()
        .map(one -> file.fault(one.pointer(), one.reason()))
        .toList();
  }
}
