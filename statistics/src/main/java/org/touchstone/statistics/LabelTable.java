package org.touchstone.statistics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * Who said what about which item: the judgments of a crowd as primitive columns, sorted by item.
 *
 * <p>The judgments of item {@code i} are the rows {@code from(i)} to {@code to(i)}, in the order they were given. A rater
 * may judge an item more than once; each judgment counts. Classes are ordered as numbers when all of them are numbers,
 * else alphabetically, so that the order of the rows never matters.
 */
public final class LabelTable implements Serializable {
  private static final long serialVersionUID = 1;

  private final Names items;
  private final Names raters;
  private final Names classes;
  private final int[] start;
  private final int[] rater;
  private final int[] label;

  private LabelTable(Names items, Names raters, Names classes, int[] start, int[] rater, int[] label) {
    this.items = items;
    this.raters = raters;
    this.classes = classes;
    this.start = start;
    this.rater = rater;
    this.label = label;
  }

  public static Builder builder() {
    return new Builder(null);
  }

  /** A builder with classes named beforehand, in this order; other labels are added behind them. */
  public static Builder builder(List<String> classes) {
    return new Builder(Names.of(classes));
  }

  /** Classes in the order that a table gives them: as numbers when all of them are numbers, else alphabetically. */
  public static List<String> inOrder(Collection<String> classes) {
    return List.of(Builder.inNaturalOrder(classes.toArray(String[]::new)));
  }

  /** A table from columns of numbers, which then serve as names. */
  public static LabelTable of(int items, int raters, int classes, int[] item, int[] rater, int[] label) {
    return sorted(numbered(items), numbered(raters), numbered(classes), item, rater, label, item.length);
  }

  public int items() {
    return start.length - 1;
  }

  public int raters() {
    return raters.size();
  }

  public int classes() {
    return classes.size();
  }

  /** Number of judgments. */
  public int size() {
    return label.length;
  }

  /** First judgment of the item. */
  public int from(int item) {
    return start[item];
  }

  /** One past the last judgment of the item. */
  public int to(int item) {
    return start[item + 1];
  }

  public int rater(int judgment) {
    return rater[judgment];
  }

  public int label(int judgment) {
    return label[judgment];
  }

  public Names itemNames() {
    return items;
  }

  public Names raterNames() {
    return raters;
  }

  public Names classNames() {
    return classes;
  }

  /** For each judgment its item, as a column. */
  public int[] itemColumn() {
    var item = new int[size()];
    for (int i = 0; i < items(); i++) Arrays.fill(item, start[i], start[i + 1], i);
    return item;
  }

  /** How many judgments each rater gave. */
  public int[] judgmentsPerRater() {
    var n = new int[raters()];
    for (int r : rater) n[r]++;
    return n;
  }

  /** How many judgments chose each class. */
  public long[] judgmentsPerClass() {
    var n = new long[classes()];
    for (int l : label) n[l]++;
    return n;
  }

  /** This table and the other as one; items, raters and classes are matched by name. */
  public LabelTable merge(LabelTable other) {
    var all = builder();
    all.addAll(this);
    all.addAll(other);
    return all.build();
  }

  private static Names numbered(int n) {
    var names = new Names();
    for (int i = 0; i < n; i++) names.index(Integer.toString(i));
    return names;
  }

  private static LabelTable sorted(Names items, Names raters, Names classes, int[] item, int[] rater, int[] label, int n) {
    var start = new int[items.size() + 1];
    boolean inOrder = true;
    for (int j = 0; j < n; j++) {
      start[item[j] + 1]++;
      inOrder &= j == 0 || item[j - 1] <= item[j];
      Objects.checkIndex(rater[j], raters.size());
      Objects.checkIndex(label[j], classes.size());
    }
    for (int i = 0; i < items.size(); i++) start[i + 1] += start[i];
    if (inOrder) return new LabelTable(items, raters, classes, start, Arrays.copyOf(rater, n), Arrays.copyOf(label, n));
    var next = start.clone();
    var sortedRater = new int[n];
    var sortedLabel = new int[n];
    for (int j = 0; j < n; j++) {
      int at = next[item[j]]++;
      sortedRater[at] = rater[j];
      sortedLabel[at] = label[j];
    }
    return new LabelTable(items, raters, classes, start, sortedRater, sortedLabel);
  }

  /** Gathers judgments in any order; not for use by several threads. */
  public static final class Builder {
    private final Names items = new Names();
    private final Names raters = new Names();
    private final Names labels;
    private final boolean classesGiven;
    private int[] item = new int[1024];
    private int[] rater = new int[1024];
    private int[] label = new int[1024];
    private int n;

    private Builder(Names classes) {
      classesGiven = classes != null;
      labels = classesGiven ? classes : new Names();
    }

    public Names itemNames() {
      return items;
    }

    public Names raterNames() {
      return raters;
    }

    public Names classNames() {
      return labels;
    }

    public int size() {
      return n;
    }

    public Builder add(String item, String rater, String label) {
      return add(items.index(item), raters.index(rater), labels.index(label));
    }

    /** Adds a judgment by numbers that the builder's own dictionaries gave out. */
    public Builder add(int item, int rater, int label) {
      if (n == this.item.length) {
        int room = n + (n >> 1);
        this.item = Arrays.copyOf(this.item, room);
        this.rater = Arrays.copyOf(this.rater, room);
        this.label = Arrays.copyOf(this.label, room);
      }
      this.item[n] = item;
      this.rater[n] = rater;
      this.label[n++] = label;
      return this;
    }

    public Builder addAll(LabelTable table) {
      int[] itemNumber = renumbered(table.items, items);
      int[] raterNumber = renumbered(table.raters, raters);
      int[] labelNumber = renumbered(table.classes, labels);
      for (int i = 0; i < table.items(); i++) {
        for (int j = table.from(i); j < table.to(i); j++) {
          add(itemNumber[i], raterNumber[table.rater[j]], labelNumber[table.label[j]]);
        }
      }
      return this;
    }

    public LabelTable build() {
      if (classesGiven) return sorted(items, raters, labels, item, rater, label, n);
      String[] ordered = inNaturalOrder(labels.toArray());
      var classes = Names.of(List.of(ordered));
      int[] number = renumbered(labels, classes);
      var renamed = new int[n];
      for (int j = 0; j < n; j++) renamed[j] = number[label[j]];
      return sorted(items, raters, classes, item, rater, renamed, n);
    }

    private static int[] renumbered(Names from, Names to) {
      var number = new int[from.size()];
      for (int i = 0; i < number.length; i++) number[i] = to.index(from.name(i));
      return number;
    }

    private static String[] inNaturalOrder(String[] names) {
      try {
        var values = new BigDecimal[names.length];
        for (int i = 0; i < names.length; i++) values[i] = new BigDecimal(names[i].strip());
        var order = new Integer[names.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> values[a].equals(values[b]) ? names[a].compareTo(names[b]) : values[a].compareTo(values[b]));
        var sorted = new String[names.length];
        Arrays.setAll(sorted, i -> names[order[i]]);
        return sorted;
      } catch (NumberFormatException notAllNumbers) {
        var sorted = names.clone();
        Arrays.sort(sorted);
        return sorted;
      }
    }
  }
}
