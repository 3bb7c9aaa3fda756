package dev.attune.instruments;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of an instrument, in one version.
 *
 * @param id its short name, stable over versions
 * @param version of the definition
 * @param perspectives who may rate with it
 * @param ages the ages it is made for
 * @param prompt the question above the items, by perspective and language; may be empty
 * @param items in the order of the answers
 * @param response how every item is answered
 * @param reverse the numbers of the items that count the other way round
 * @param scales subscales before what is made of them
 * @param sources what the provenances refer to
 */
public record Instrument(
    String id,
    String version,
    String name,
    Direction direction,
    Status status,
    Set<Perspective> perspectives,
    Ages ages,
    Timing timing,
    Map<Perspective, Map<String, String>> prompt,
    List<Item> items,
    Response response,
    Set<Integer> reverse,
    List<Scale> scales,
    List<Cutoff> cutoffs,
    List<FlagRule> flags,
    List<ReliableChange> reliableChange,
    List<Norm> norms,
    List<Band> bands,
    Licence licence,
    List<Source> sources) {

  public Instrument {
    perspectives = Ordered.set(perspectives);
    prompt = Ordered.wording(prompt);
    items = Ordered.list(items);
    reverse = Ordered.set(reverse);
    scales = Ordered.list(scales);
    cutoffs = Ordered.list(cutoffs);
    flags = Ordered.list(flags);
    reliableChange = Ordered.list(reliableChange);
    norms = Ordered.list(norms);
    bands = Ordered.list(bands);
    sources = Ordered.list(sources);
  }

  /** How far the definition itself may be trusted. */
  public enum Status {
    READY,
    /** Some of the key was not read in the published form. */
    VERIFY_KEY,
    /** Written for this project; no study of it exists. */
    UNVALIDATED
  }

  /** The scale of this id. */
  public Optional<Scale> scale(String scaleId) {
    return scales.stream().filter(scale -> scale.id().equals(scaleId)).findFirst();
  }

  /**
   * The lowest and the highest score of a scale.
   *
   * @throws IllegalArgumentException if the instrument has no such scale
   */
  public Range range(String scaleId) {
    Scale scale =
        scale(scaleId)
            .orElseThrow(() -> new IllegalArgumentException("no scale " + scaleId + " in " + id));
    return Range.of(this, scale);
  }

  /** The cut-off of this name for this respondent, if there is one. */
  public Optional<Cutoff> cutoff(String cutoffId, Respondent respondent) {
    return cutoffs.stream()
        .filter(cutoff -> cutoff.id().equals(cutoffId) && cutoff.appliesTo(respondent))
        .findFirst();
  }

  /** The norm that a T score of this respondent's total rests on, if there is one good enough. */
  public Optional<Norm> reference(Respondent respondent) {
    return norms.stream()
        .filter(norm -> norm.reference() && norm.grade().carriesT())
        .filter(norm -> norm.scale().equals(Scale.TOTAL))
        .filter(norm -> norm.perspective() == respondent.perspective())
        .filter(norm -> norm.ages() == respondent.client())
        .findFirst();
  }
}
