package dev.attune.instruments.packs;

import dev.attune.instruments.Norm;
import dev.attune.instruments.Source;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the people of a site score.
 *
 * @param version of the definition that they were scored by
 */
record SiteNorms(
    String instrument, String version, List<Norm> norms, @Nullable List<Source> sources) {}
