package org.touchstone.platform.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of a project as texts speak of them: {@code ![a chart](image:sales.png)}. On the way in each name is
 * replaced by the picture's own random one, so that no trainer reads in a name what an item is or where it came from.
 */
final class Pictures {
  private static final Pattern REFERENCE = Pattern.compile("(!\\[[^\\]]*]\\(\\s*)(?:<image:([^>\\n]+)>|image:([^)\\s]+))");
  static final Pictures NONE = new Pictures(Map.of());

  private final Map<String, UUID> byName;
  private final Collection<UUID> known;

  Pictures(Map<String, UUID> byName) {
    this.byName = byName;
    this.known = java.util.Set.copyOf(byName.values());
  }

  /** The item with every name it uses replaced; names that nobody uploaded stay and are found by {@link #missing}. */
  ItemRow placed(ItemRow item) {
    if (texts(item).noneMatch(text -> text.contains("image:"))) return item;
    UnaryOperator<@Nullable String> place = text -> text == null ? null : REFERENCE.matcher(text).replaceAll(this::replacement);
    var responses = item.responses().stream().map(response -> new ItemRow.Response(place.apply(response.text()), response.model(),
        response.steps() == null ? null : response.steps().stream().map(place).toList(), response.output())).toList();
    var turns = item.conversation().stream().map(turn -> new ItemRow.Turn(turn.role(), place.apply(turn.text()))).toList();
    return new ItemRow(item.externalId(), place.apply(item.prompt()), place.apply(item.context()), turns, responses, item.wanted(), item.priority(), item.sensitive(), item.lane(), item.dueAt(), item.gold());
  }

  private String replacement(MatchResult match) {
    String name = match.group(2) == null ? match.group(3) : match.group(2);
    var id = byName.get(name);
    return java.util.regex.Matcher.quoteReplacement(id == null ? match.group() : match.group(1) + "image:" + id);
  }

  /** The first picture that nobody uploaded. */
  Optional<String> missing(ItemRow item) {
    return texts(item).flatMap(Pictures::names).filter(name -> known.stream().noneMatch(id -> id.toString().equals(name))).findFirst();
  }

  /** Whether any of these texts shows the picture. */
  static boolean anyShows(Stream<String> texts, UUID id) {
    return texts.flatMap(Pictures::names).anyMatch(id.toString()::equals);
  }

  private static Stream<String> names(String text) {
    if (!text.contains("image:")) return Stream.empty();
    return REFERENCE.matcher(text).results().map(match -> match.group(2) == null ? match.group(3) : match.group(2)).toList().stream();
  }

  private static Stream<String> texts(ItemRow item) {
    return Stream.of(
        Stream.ofNullable(item.prompt()), Stream.ofNullable(item.context()), item.conversation().stream().map(ItemRow.Turn::text),
        item.responses().stream().map(ItemRow.Response::text),
        item.responses().stream().flatMap(response -> response.steps() == null ? Stream.<String>empty() : List.copyOf(response.steps()).stream()))
        .flatMap(texts -> texts).filter(text -> text != null);
  }
}
