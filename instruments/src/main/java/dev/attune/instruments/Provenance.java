package dev.attune.instruments;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Where a clinical number or rule comes from.
 *
 * @param source the key of the instrument's source, or null for a convention of this project
 * @param note what a reader should know about it
 */
public record Provenance(Code code, @Nullable String source, @Nullable String note) {

  /** How far a number may be trusted. */
  public enum Code {
    /** Read in the source named. */
    @JsonProperty("S")
    SOURCE,
    /** From the literature named, not read again; probably right (.90 and above). */
    @JsonProperty("K-h")
    KNOWN_HIGH,
    /** From the literature named, not read again; to be verified (.65 to .90). */
    @JsonProperty("K-m")
    KNOWN_MEDIUM,
    /** A placeholder (below .65): no T score and no alert rests on it. */
    @JsonProperty("K-l")
    KNOWN_LOW,
    /** Computed from other numbers of the definition. */
    @JsonProperty("C")
    COMPUTED,
    /** A convention of this project, without published authority. */
    @JsonProperty("E")
    CONVENTION
  }
}
