package dev.attune.contracts;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * The JSON of the log: decimals exact, instants in ISO 8601, unknown fields of a newer writer
 * passed over, limits on depth and length.
 */
public final class Json {

  /** The mapper of the log. Not to be reconfigured. */
  public static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(32)
                          .maxNumberLength(64)
                          .maxStringLength(256 * 1024)
                          .build())
                  .build())
          .addModule(new JavaTimeModule().addDeserializer(Instant.class, new IsoInstant()))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .build();

  private Json() {}

  /** An instant in ISO 8601 and nothing else: the schemas know no number of seconds. */
  private static final class IsoInstant extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    IsoInstant() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      String text = parser.getText();
      try {
        return Instant.parse(text);
      } catch (DateTimeParseException e) {
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "no ISO 8601 instant");
      }
    }
  }

  /** Writes a record of this package. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a record of this package.
   *
   * @throws Unreadable if the bytes are no such record; its message repeats nothing of them
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    ObjectReader reader = MAPPER.readerFor(type);
    try {
      T value = reader.readValue(bytes);
      if (value == null) {
        throw new Unreadable("null in place of a " + type.getSimpleName(), null);
      }
      return value;
    } catch (IOException | RuntimeException e) {
      if (e instanceof Unreadable unreadable) {
        throw unreadable;
      }
      throw new Unreadable("no legal " + type.getSimpleName(), e);
    }
  }

  /** Bytes that are not the record they should be. Keeps no cause, which could hold their text. */
  public static final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Unreadable(String what, @org.jspecify.annotations.Nullable Exception cause) {
      super(cause == null ? what : what + " (" + cause.getClass().getSimpleName() + ")");
    }
  }
}
