package dev.attune.instruments;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How people use alliance scales in general, in percent of the maximum: a fallback for those
 * without a norm of their own. It is a number beside a score and never its T score.
 *
 * @param version changes whenever a number does
 */
public record PompNorms(String version, List<Row> rows, List<Source> sources) {

  private static final String FILE = "/norms/generic.yaml";
  private static final int DECIMALS = 1;

  public PompNorms {
    rows = Ordered.list(rows);
    sources = Ordered.list(sources);
  }

  /** How raters of one perspective use alliance scales. */
  public record Row(
      String id,
      Perspective perspective,
      BigDecimal mean,
      BigDecimal sd,
      Norm.Grade grade,
      List<Provenance> provenance) {
    public Row {
      provenance = Ordered.list(provenance);
      if (sd.signum() <= 0) {
        throw new IllegalArgumentException("norm " + id + " needs a standard deviation above 0");
      }
    }
  }

  /**
   * A T score and what it rests on.
   *
   * @param value 10 to 90, at most 1 decimal
   */
  public record GenericT(BigDecimal value, String norms) {}

  /**
   * Reads the norms that ship with this module.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public static PompNorms shipped() {
    ObjectReader reader = Catalogue.reader().forType(PompNorms.class);
    try (InputStream yaml = Catalogue.open(FILE)) {
      return reader.readValue(yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Empty for what is no alliance scale, and for perspectives without a norm. */
  public Optional<GenericT> t(Instrument instrument, Respondent respondent, BigDecimal pomp) {
    if (instrument.measures() != Instrument.Construct.ALLIANCE) {
      return Optional.empty();
    }
    return rows.stream()
        .filter(row -> row.perspective() == respondent.perspective())
        .findFirst()
        .map(row ->
            new GenericT(
                Tally.t(Ratio.of(pomp), row.mean(), row.sd()).rounded(DECIMALS),
                row.id() + "@" + version));
  }
}
