package dev.attune.feedback.project;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/**
 * Reads decimals that a score may have. A number such as 1E+70 is written in few characters, and a
 * page that shows it needs many.
 */
final class Decimals extends StdScalarDeserializer<BigDecimal> {

  private static final long serialVersionUID = 1L;

  private static final int DIGITS = 40;
  private static final int DIGITS_BEFORE_POINT = 9;
  private static final int DIGITS_AFTER_POINT = 20;

  Decimals() {
    super(BigDecimal.class);
  }

  @Override
  public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    BigDecimal value =
        NumberDeserializers.BigDecimalDeserializer.instance.deserialize(parser, context);
    if (value != null && !isOrdinary(value)) {
      throw JsonMappingException.from(parser, "a number of no ordinary size");
    }
    return value;
  }

  private static boolean isOrdinary(BigDecimal value) {
    return value.precision() <= DIGITS
        && value.scale() <= DIGITS_AFTER_POINT
        && (long) value.precision() - value.scale() <= DIGITS_BEFORE_POINT;
  }
}
