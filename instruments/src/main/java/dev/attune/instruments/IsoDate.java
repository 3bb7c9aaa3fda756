package dev.attune.instruments;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** Reads a day as ISO 8601 writes it, e.g. 2026-11-02. */
final class IsoDate extends StdScalarDeserializer<LocalDate> {

  private static final long serialVersionUID = 1L;

  IsoDate() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    String text = parser.getText();
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      return (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no day");
    }
  }
}
