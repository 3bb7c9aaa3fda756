package dev.attune.instruments;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One item of an instrument.
 *
 * @param number its place from 1
 * @param id a short word for it, unique within the instrument
 * @param label what it is about, by language; our own words, empty where none are known
 * @param text its wording by perspective and language; empty where the wording may not ship
 * @param loinc its LOINC code, where it has one
 * @param response how it is answered, where it differs from the instrument's other items
 * @param standard what its raw answers are standardised by, where a scale needs that
 * @param about whom it is asked about, where that is not the one person who is rated
 */
public record Item(
    int number,
    String id,
    Map<String, String> label,
    Map<Perspective, Map<String, String>> text,
    @Nullable String loinc,
    @Nullable Response response,
    @Nullable Standard standard,
    @Nullable Subject about) {

  public Item {
    label = Ordered.map(label);
    text = Ordered.wording(text);
  }

  /** An item of which nothing but its number may ship. */
  static Item numbered(int number) {
    return new Item(number, "item_" + number, Map.of(), Map.of(), null, null, null, null);
  }

  /** The mean and standard deviation of an item's raw answers in a reference group. */
  public record Standard(BigDecimal mean, BigDecimal sd) {
    public Standard {
      if (sd.signum() <= 0) {
        throw new IllegalArgumentException("an item needs a standard deviation above 0");
      }
    }
  }

  /** Whom an item is about. */
  public enum Subject {
    PERSON,
    FAMILY
  }

  /** Reads items, or only how many there are. */
  static final class ListReader extends StdDeserializer<List<Item>> {

    private static final long serialVersionUID = 1L;

    ListReader() {
      super(List.class);
    }

    @Override
    public List<Item> deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
        return IntStream.rangeClosed(1, parser.getIntValue()).mapToObj(Item::numbered).toList();
      }
      JavaType items = context.getTypeFactory().constructCollectionType(List.class, Item.class);
      return context.readValue(parser, items);
    }
  }
}
