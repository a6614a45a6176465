package org.touchstone.platform.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Proposes a mapping from the names that files of this field usually carry. */
final class MappingGuess {
  private static final List<String> ID = List.of("external_id", "externalid", "id", "item_id", "itemid", "item", "task_id", "task", "uid", "uuid", "prompt_id", "key");
  private static final List<String> PROMPT = List.of(
      "prompt", "question", "instruction", "input", "query", "text", "user", "problem", "sentence", "document");
  private static final List<String> CONVERSATION = List.of("conversation", "messages", "transcript", "dialogue", "dialog", "chat", "turns", "conversations");
  private static final List<String> STEPS = List.of("steps", "reasoning_steps", "completions_steps");
  private static final List<String> OUTPUT = List.of("output_of_run", "run_output", "stdout", "execution_output", "printed");
  private static final List<String> CONTEXT = List.of("context", "system", "system_prompt", "passage", "background", "reference", "source", "input");
  private static final List<String> RESPONSE_LIST = List.of("responses", "completions", "answers", "outputs", "generations", "candidates");
  private static final List<String> RESPONSE = List.of("response", "completion", "answer", "output", "generation", "candidate", "result", "reply");
  private static final List<List<String>> PAIRS = List.of(List.of("chosen", "rejected"), List.of("preferred_output", "non_preferred_output"), List.of("left", "right"));
  private static final List<String> POSITIONS = List.of("a", "b", "c", "d", "e", "f", "g", "h");
  private static final List<String> MODEL = List.of("model", "model_name", "generator");
  private static final List<String> WANTED = List.of("wanted", "redundancy", "judgments_wanted", "votes_wanted");
  private static final List<String> PRIORITY = List.of("priority", "weight");
  private static final List<String> SENSITIVE = List.of("sensitive", "sensitivity", "content_warning", "sensitive_content", "nsfw");
  private static final List<String> LANE = List.of("lane");
  private static final List<String> DUE = List.of("due", "due_at", "due_date", "deadline");
  private static final List<String> GOLD = List.of("gold", "gold_label", "gold_answer", "gold_answers", "golden", "goldanswers", "label_gold", "correct_answer");
  private static final List<String> EXPLANATION = List.of("gold_explanation", "explanation", "goldexplanation", "reason", "rationale");

  private final List<String> columns;
  private final Set<String> taken = new HashSet<>();

  private MappingGuess(List<String> columns) {
    this.columns = columns;
  }

  static Mapping of(List<String> columns) {
    return new MappingGuess(columns).guess();
  }

  private Mapping guess() {
    String prompt = first(PROMPT);
    String conversation = first(CONVERSATION);
    List<String> responses = responses();
    String gold = first(GOLD);
    return new Mapping(
        first(ID), prompt, first(CONTEXT), conversation, responses, models(responses.size()), beside(STEPS, responses.size()), beside(OUTPUT, responses.size()), first(WANTED), first(PRIORITY), first(SENSITIVE), first(LANE), first(DUE), gold, gold == null ? null : first(EXPLANATION));
  }

  private List<String> responses() {
    String list = first(RESPONSE_LIST);
    if (list != null) return List.of(list);
    for (List<String> pair : PAIRS) {
      var found = together(pair);
      if (found.size() == pair.size()) return found;
    }
    for (String stem : RESPONSE) {
      var found = numbered(stem);
      if (!found.isEmpty()) return found;
    }
    String single = first(RESPONSE);
    return single == null ? List.of() : List.of(single);
  }

  private @Nullable List<String> models(int responses) {
    for (String stem : MODEL) {
      var found = numbered(stem);
      if (found.size() == responses && responses > 0) return found;
    }
    String list = first(List.of("models", "model_names"));
    if (list != null) return List.of(list);
    String single = responses == 1 ? first(MODEL) : null;
    return single == null ? null : List.of(single);
  }

  private @Nullable List<String> beside(List<String> stems, int responses) {
    for (String stem : stems) {
      var found = numbered(stem);
      if (found.size() == responses && responses > 0) return found;
    }
    String single = first(stems);
    return single == null ? null : List.of(single);
  }

  /** {@code answer_a, answer_b}, {@code response1, response2}, {@code output_0, output_1} and their like. */
  private List<String> numbered(String stem) {
    for (String join : List.of("_", "", "-", " ", ".")) {
      for (int base = 0; base <= 1; base++) {
        var found = new ArrayList<String>();
        for (int i = 0; column(stem + join + (base + i)) != null; i++) found.add(column(stem + join + (base + i)));
        if (found.size() > 1) return take(found);
      }
      var lettered = new ArrayList<String>();
      for (String letter : POSITIONS) {
        String name = column(stem + join + letter);
        if (name == null) break;
        lettered.add(name);
      }
      if (lettered.size() > 1) return take(lettered);
      var crossed = List.of(stem + join + "x", stem + join + "y").stream().map(this::column).filter(name -> name != null).toList();
      if (crossed.size() == 2) return take(crossed);
    }
    return List.of();
  }

  private List<String> together(List<String> names) {
    var found = names.stream().map(this::column).filter(name -> name != null && !taken.contains(name)).toList();
    return found.size() == names.size() ? take(found) : List.of();
  }

  private List<String> take(List<String> found) {
    taken.addAll(found);
    return List.copyOf(found);
  }

  private @Nullable String first(List<String> names) {
    for (String name : names) {
      String column = column(name);
      if (column != null && taken.add(column)) return column;
    }
    return null;
  }

  private @Nullable String column(String name) {
    for (String column : columns) if (column.strip().toLowerCase(Locale.ROOT).replace(' ', '_').equals(name.replace(' ', '_'))) return column;
    return null;
  }
}
