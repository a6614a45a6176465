package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.LabelTable;

/** The known answers of some items, by item number of one table. */
public final class Gold {
  /** The item's answer is not known. */
  public static final int UNKNOWN = -1;

  /** The item's answer is known, but is a class that no rater ever chose: nobody can be right. */
  public static final int UNSEEN_CLASS = -2;

  private static final Gold NONE = new Gold(new int[0]);

  private final int[] answer;

  private Gold(int[] answer) {
    this.answer = answer;
  }

  public static Gold none() {
    return NONE;
  }

  /** Answers by item number; {@link #UNKNOWN} where there is none. */
  public static Gold of(int[] answers) {
    return new Gold(answers.clone());
  }

  /** Answers by name; items that the table does not hold are left out. */
  public static Gold of(LabelTable table, Map<String, String> answers) {
    var byItem = new int[table.items()];
    Arrays.fill(byItem, UNKNOWN);
    answers.forEach((item, answer) -> {
      int i = table.itemNames().find(item);
      if (i < 0) return;
      int known = table.classNames().find(answer);
      byItem[i] = known < 0 ? UNSEEN_CLASS : known;
    });
    return new Gold(byItem);
  }

  /** The class of the item, {@link #UNKNOWN} or {@link #UNSEEN_CLASS}. */
  public int answer(int item) {
    return item < answer.length ? answer[item] : UNKNOWN;
  }

  public boolean isKnown(int item) {
    return answer(item) != UNKNOWN;
  }

  /** Number of items with a known answer. */
  public int size() {
    return (int) Arrays.stream(answer).filter(a -> a != UNKNOWN).count();
  }
}
