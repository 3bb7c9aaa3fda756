package dev.attune.instruments;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The definition of an instrument, in one version.
 *
 * @param id its short name, stable over versions
 * @param version of the definition
 * @param measures what its scores are about
 * @param uncertain what is not known for sure about the definition, in sentences
 * @param perspectives who may rate with it
 * @param ages the ages it is made for
 * @param prompt the question above the items, by perspective and language; may be empty
 * @param items in the order of the answers
 * @param response how an item is answered that does not say so itself
 * @param reverse the numbers of the items that count the other way round
 * @param blocks what is asked beside the items and counts in no scale
 * @param scales subscales before what is made of them; empty where nothing is or can be scored
 * @param slots the scales that a pack with the key has to define, where the key does not ship
 * @param crosswalk the longer form that this one is part of, if there is one
 * @param segments how a session is cut for coding, where it is
 * @param raters how trained raters are to be employed, where they are
 * @param sources what the provenances refer to
 */
public record Instrument(
    String id,
    String version,
    String name,
    Construct measures,
    Direction direction,
    Status status,
    List<String> uncertain,
    Set<Perspective> perspectives,
    Ages ages,
    Timing timing,
    Map<Perspective, Map<String, String>> prompt,
    @JsonDeserialize(using = Item.ListReader.class) List<Item> items,
    Response response,
    Set<Integer> reverse,
    List<Block> blocks,
    List<Scale> scales,
    List<Slot> slots,
    @Nullable Crosswalk crosswalk,
    @Nullable Segments segments,
    @Nullable RaterPlan raters,
    List<Cutoff> cutoffs,
    List<FlagRule> flags,
    List<ReliableChange> reliableChange,
    List<Norm> norms,
    List<Band> bands,
    Licence licence,
    List<Source> sources) {

  public Instrument {
    uncertain = Ordered.list(uncertain);
    perspectives = Ordered.set(perspectives);
    prompt = Ordered.wording(prompt);
    items = Ordered.list(items);
    reverse = Ordered.set(reverse);
    blocks = Ordered.list(blocks);
    scales = Ordered.list(scales);
    slots = Ordered.list(slots);
    cutoffs = Ordered.list(cutoffs);
    flags = Ordered.list(flags);
    reliableChange = Ordered.list(reliableChange);
    norms = Ordered.list(norms);
    bands = Ordered.list(bands);
    sources = Ordered.list(sources);
  }

  /** What an instrument asks about. */
  public enum Construct {
    /** How client and therapist work together. */
    ALLIANCE,
    /** How the client is. */
    OUTCOME,
    /** What a session was like. */
    SESSION_IMPACT,
    /** Strains in the alliance and how they are settled. */
    RUPTURE
  }

  /** How far the definition itself may be trusted. */
  public enum Status {
    READY,
    /** Some of the key was not read in the published form. */
    VERIFY_KEY,
    /** Written for this project; no study of it exists. */
    UNVALIDATED,
    /** The key is not public: nothing is scored until a pack of the deployer defines it. */
    CUSTOM_PACK_REQUIRED,
    /** Codes and ratings of trained observers, without a total. */
    OBSERVER_SCHEME,
    /** Answers are kept and shown; they are not meant to be scored. */
    NOT_SCORED
  }

  /** The items, and after them those of the blocks. */
  public List<Item> everyItem() {
    if (blocks.isEmpty()) {
      return items;
    }
    List<Item> all = new ArrayList<>(items);
    blocks.forEach(block -> all.addAll(block.items()));
    return all;
  }

  /** How this item is answered. */
  public Response responseTo(Item item) {
    Response own = item.response();
    return own == null ? response : own;
  }

  /** The languages in which every item is worded for this perspective; blocks may lack some. */
  public Set<String> languages(Perspective perspective) {
    Set<String> languages = new LinkedHashSet<>(wording(items.getFirst(), perspective).keySet());
    items.forEach(item -> languages.retainAll(wording(item, perspective).keySet()));
    return Ordered.set(languages);
  }

  private static Map<String, String> wording(Item item, Perspective perspective) {
    return item.text().getOrDefault(perspective, Map.of());
  }

  /** The scale of this id. */
  public Optional<Scale> scale(String scaleId) {
    for (Scale scale : scales) {
      if (scale.id().equals(scaleId)) {
        return Optional.of(scale);
      }
    }
    return Optional.empty();
  }

  /**
   * The lowest and the highest score of a scale.
   *
   * @throws IllegalArgumentException if the instrument has no such scale
   */
  public Range range(String scaleId) {
    return Range.of(this, requiredScale(scaleId));
  }

  Scale requiredScale(String scaleId) {
    return scale(scaleId)
        .orElseThrow(() -> new IllegalArgumentException("no scale " + scaleId + " in " + id));
  }

  /** Whether a scale is on the metric of T scores, which knows no percent of a maximum. */
  boolean isStandardised(Scale scale) {
    return scale.agg() == Aggregation.T_MEAN
        || scale.of().stream().anyMatch(part -> isStandardised(requiredScale(part)));
  }

  /** The cut-off of this name for this respondent, if there is one. */
  public Optional<Cutoff> cutoff(String cutoffId, Respondent respondent) {
    for (Cutoff cutoff : cutoffs) {
      if (cutoff.id().equals(cutoffId) && cutoff.appliesTo(respondent)) {
        return Optional.of(cutoff);
      }
    }
    return Optional.empty();
  }

  /** The norm that a T score of this respondent's total rests on, if there is one good enough. */
  public Optional<Norm> reference(Respondent respondent) {
    for (Norm norm : norms) {
      if (norm.carriesT()
          && norm.scale().equals(Scale.TOTAL)
          && norm.perspective() == respondent.perspective()
          && norm.ages() == respondent.client()) {
        return Optional.of(norm);
      }
    }
    return Optional.empty();
  }

  /** The same definition with these norms before its own: the first that applies counts. */
  public Instrument withNorms(List<Norm> more, List<Source> theirSources) {
    List<Norm> allNorms = new ArrayList<>(more);
    allNorms.addAll(norms);
    List<Source> allSources = new ArrayList<>(sources);
    allSources.addAll(theirSources);
    return with(prompt, items, response, blocks, allNorms, allSources);
  }

  /** The same definition with this wording beside, or in place of, what there is. */
  public Instrument withWording(Wording wording) {
    return with(
        wording.prompt(prompt),
        wording.items(items),
        wording.response(response),
        wording.blocks(blocks),
        norms,
        sources);
  }

  private Instrument with(
      Map<Perspective, Map<String, String>> otherPrompt,
      List<Item> otherItems,
      Response otherResponse,
      List<Block> otherBlocks,
      List<Norm> otherNorms,
      List<Source> otherSources) {
    return new Instrument(
        id,
        version,
        name,
        measures,
        direction,
        status,
        uncertain,
        perspectives,
        ages,
        timing,
        otherPrompt,
        otherItems,
        otherResponse,
        reverse,
        otherBlocks,
        scales,
        slots,
        crosswalk,
        segments,
        raters,
        cutoffs,
        flags,
        reliableChange,
        otherNorms,
        bands,
        licence,
        otherSources);
  }
}
