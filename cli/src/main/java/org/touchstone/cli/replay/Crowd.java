package org.touchstone.cli.replay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A recorded crowd: what was judged, by whom, with which answer.
 *
 * @param items by their external id
 * @param judgments of each worker, in the order of the file
 * @param repeated rows in which a worker judges an item again; the first one counts
 */
record Crowd(String name, Question question, Map<String, Item> items, Map<String, List<Judgment>> judgments, Map<String, String> gold, int repeated) {

  /** What the workers were asked; decides about the rubric. */
  sealed interface Question {
    String KEY_LABEL = "label";
    String KEY_COMPARE = "preference";

    String key();

    /** One of several labels. */
    record Label(List<String> options) implements Question {
      @Override
      public String key() {
        return KEY_LABEL;
      }
    }

    /** Which of two responses is better, or neither. */
    record Compare() implements Question {
      @Override
      public String key() {
        return KEY_COMPARE;
      }
    }
  }

  record Item(String externalId, String prompt, List<Response> responses) {}

  record Response(String text, String model) {}

  /** @param answer a label; or the index of the better response, or tie */
  record Judgment(String externalId, String answer) {}

  static final String TIE = "tie";

  int size() {
    return judgments.values().stream().mapToInt(List::size).sum();
  }

  /** How often each item was judged. */
  Map<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    judgments.values().forEach(list -> list.forEach(judgment -> counts.merge(judgment.externalId(), 1, Integer::sum)));
    return counts;
  }

  /** Collects rows; a worker's second word on an item is counted and left out, since one account judges an item once. */
  static final class Rows {
    private final Map<String, Map<String, Judgment>> byWorker = new LinkedHashMap<>();
    private int repeated;

    void add(String worker, Judgment judgment) {
      if (byWorker.computeIfAbsent(worker, any -> new LinkedHashMap<>()).putIfAbsent(judgment.externalId(), judgment) != null) repeated++;
    }

    Crowd crowd(String name, Question question, Map<String, Item> items, Map<String, String> gold) {
      var judgments = new LinkedHashMap<String, List<Judgment>>();
      byWorker.forEach((worker, own) -> judgments.put(worker, new ArrayList<>(own.values())));
      return new Crowd(name, question, items, judgments, gold, repeated);
    }
  }
}
