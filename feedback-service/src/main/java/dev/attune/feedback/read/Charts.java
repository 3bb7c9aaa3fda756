package dev.attune.feedback.read;

import dev.attune.contracts.Population;
import dev.attune.contracts.Rater;
import dev.attune.contracts.Score;
import dev.attune.detection.Norms;
import dev.attune.detection.RuleSet;
import dev.attune.detection.SeriesNorms;
import dev.attune.feedback.domain.Course;
import dev.attune.instruments.AgeBand;
import dev.attune.instruments.Catalogue;
import dev.attune.instruments.Cutoff;
import dev.attune.instruments.Instrument;
import dev.attune.instruments.Perspective;
import dev.attune.instruments.Range;
import dev.attune.instruments.Respondent;
import dev.attune.instruments.Scale;
import dev.attune.instruments.packs.Packs;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes of an episode's scores the series of its chart. */
@Singleton
class Charts {

  private final Catalogue catalogue;
  private final RuleSet rules = RuleSet.load("attune-default");

  Charts(Packs packs) {
    this.catalogue = packs.catalogue();
  }

  private record Key(String instrument, Rater rater) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::instrument)
            .thenComparing(key -> key.rater().perspective())
            .thenComparing(key -> key.rater().id());

    static Key of(Score score) {
      return new Key(score.instrument(), score.rater());
    }

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  List<EpisodeView.Series> of(@Nullable Population population, List<Score> scores) {
    Map<Key, List<Score>> series =
        scores.stream().collect(Collectors.groupingBy(Key::of, TreeMap::new, Collectors.toList()));
    return series.entrySet().stream()
        .map(entry -> series(entry.getKey(), population, entry.getValue()))
        .toList();
  }

  private EpisodeView.Series series(Key key, @Nullable Population population, List<Score> scores) {
    Optional<Instrument> instrument = catalogue.find(key.instrument());
    Optional<Range> range =
        instrument.filter(i -> i.scale(Scale.TOTAL).isPresent()).map(i -> i.range(Scale.TOTAL));
    Norms norms =
        rules
            .norms(key.instrument(), key.rater().perspective().name())
            .map(SeriesNorms::values)
            .orElse(null);
    return new EpisodeView.Series(
        key.instrument(),
        instrument.map(Instrument::name).orElse(key.instrument()),
        key.rater(),
        range.map(Range::min).orElse(null),
        range.map(Range::max).orElse(null),
        cutoff(instrument, key.rater(), population),
        Course.of(scores, norms).stream().map(Charts::point).toList());
  }

  private static @Nullable BigDecimal cutoff(
      Optional<Instrument> instrument, Rater rater, @Nullable Population population) {
    if (instrument.isEmpty() || population == null) {
      return null;
    }
    var respondent =
        new Respondent(
            Perspective.valueOf(rater.perspective().name()), AgeBand.valueOf(population.name()));
    return instrument.get().cutoffs().stream()
        .filter(cutoff -> cutoff.scale().equals(Scale.TOTAL) && cutoff.appliesTo(respondent))
        .findFirst()
        .map(Cutoff::value)
        .orElse(null);
  }

  private static EpisodeView.Point point(Course course) {
    Score score = course.score();
    return new EpisodeView.Point(
        score.session(),
        score.state(),
        score.total(),
        score.pomp(),
        course.expected(),
        course.deviation(),
        score.answers(),
        score.flags());
  }
}
