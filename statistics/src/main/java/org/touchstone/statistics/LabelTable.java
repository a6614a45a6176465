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
  private final Packing packing;
  private final int[] packed;
  private final int[] label;

  /** {@code label} is null where the labels are packed with the raters. */
  private LabelTable(Names items, Names raters, Names classes, int[] start, int[] packed, int[] label) {
    this.items = items;
    this.raters = raters;
    this.classes = classes;
    this.start = start;
    this.packed = packed;
    this.label = label;
    packing = Packing.of(raters.size(), classes.size());
  }

  public static Builder builder() {
    return new Builder(new Names(), new Names(), new Names(), false);
  }

  /** A builder with classes named beforehand, in this order; other labels are added behind them. */
  public static Builder builder(List<String> classes) {
    return new Builder(new Names(), new Names(), Names.of(classes), true);
  }

  /** Classes in the order that a table gives them: as numbers when all of them are numbers, else alphabetically. */
  public static List<String> inOrder(Collection<String> classes) {
    return List.of(Builder.inNaturalOrder(classes.toArray(String[]::new)));
  }

  /** A table from columns of numbers, which then serve as names. */
  public static LabelTable of(int items, int raters, int classes, int[] item, int[] rater, int[] label) {
    var table = new Builder(numbered(items), numbered(raters), numbered(classes), true);
    for (int j = 0; j < item.length; j++) {
      table.add(Objects.checkIndex(item[j], items), Objects.checkIndex(rater[j], raters), Objects.checkIndex(label[j], classes));
    }
    return table.build();
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
    return packed.length;
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
    return packed[judgment] >>> packing.bits();
  }

  public int label(int judgment) {
    return label == null ? packed[judgment] & packing.mask() : label[judgment];
  }

  /** Rater and label as one number, {@code rater * cellsPerRater() + label}: where a table of raters by labels is read. */
  public int cell(int judgment) {
    return label == null ? packed[judgment] : packed[judgment] * classes.size() + label[judgment];
  }

  /** Writes the cells of the judgments {@code from} to {@code to} to the front of {@code into}: for a loop over many, one call. */
  public void cells(int from, int to, int[] into) {
    if (label == null) {
      System.arraycopy(packed, from, into, 0, to - from);
    } else {
      for (int j = from; j < to; j++) into[j - from] = packed[j] * classes.size() + label[j];
    }
  }

  /** How far the cells of two raters lie apart: the number of classes, or the next power of two. */
  public int cellsPerRater() {
    return label == null ? 1 << packing.bits() : classes.size();
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
    for (int j = 0; j < size(); j++) n[rater(j)]++;
    return n;
  }

  /** How many judgments chose each class. */
  public long[] judgmentsPerClass() {
    var n = new long[classes()];
    for (int j = 0; j < size(); j++) n[label(j)]++;
    return n;
  }

  /** Which judgment stands where a rater judged an item more than once. */
  public enum Repeats {
    FIRST,
    LAST
  }

  /**
   * This table with one judgment of each rater on each item. Somebody who agrees with themselves says nothing about how far
   * raters agree, so agreement is measured on such a table; what repeats say is measured by self-agreement.
   */
  public LabelTable withoutRepeats(Repeats kept) {
    var table = new Builder(items, raters, classes, true);
    int[] place = new int[raters()];
    Arrays.fill(place, -1);
    for (int i = 0; i < items(); i++) {
      for (int j = from(i); j < to(i); j++) if (kept == Repeats.LAST || place[rater(j)] < from(i)) place[rater(j)] = j;
      for (int j = from(i); j < to(i); j++) if (place[rater(j)] == j) table.add(i, rater(j), label(j));
    }
    return table.size() == size() ? this : table.build();
  }

  /** How many judgments are a rater's second or later one of the same item. */
  public int repeats() {
    int[] last = new int[raters()];
    Arrays.fill(last, -1);
    int repeats = 0;
    for (int i = 0; i < items(); i++) {
      for (int j = from(i); j < to(i); j++) {
        if (last[rater(j)] == i) repeats++;
        last[rater(j)] = i;
      }
    }
    return repeats;
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

  /**
   * How a judgment lies in 32 bits: the label in the low {@code bits}, the rater above; no bits where that is too narrow and
   * labels have a column of their own.
   */
  private record Packing(int bits, int mask) implements Serializable {
    static Packing of(int raters, int classes) {
      int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, classes - 1)));
      return bits < 31 && raters <= 1 << 31 - bits ? new Packing(bits, (1 << bits) - 1) : new Packing(0, 0);
    }
  }

  /** Gathers judgments in any order; not for use by several threads. */
  public static final class Builder {
    private final Names items;
    private final Names raters;
    private final Names labels;
    private final boolean classesGiven;
    private final GrowingColumn item = new GrowingColumn();
    private final GrowingColumn rater = new GrowingColumn();
    private final GrowingColumn label = new GrowingColumn();
    private boolean built;

    private Builder(Names items, Names raters, Names labels, boolean classesGiven) {
      this.items = items;
      this.raters = raters;
      this.labels = labels;
      this.classesGiven = classesGiven;
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
      return item.size();
    }

    public Builder add(String item, String rater, String label) {
      return add(items.index(item), raters.index(rater), labels.index(label));
    }

    /** Adds a judgment by numbers that the builder's own dictionaries gave out. */
    public Builder add(int item, int rater, int label) {
      this.item.add(item);
      this.rater.add(rater);
      this.label.add(label);
      return this;
    }

    public Builder addAll(LabelTable table) {
      int[] itemNumber = renumbered(table.items, items);
      int[] raterNumber = renumbered(table.raters, raters);
      int[] labelNumber = renumbered(table.classes, labels);
      for (int i = 0; i < table.items(); i++) {
        for (int j = table.from(i); j < table.to(i); j++) {
          add(itemNumber[i], raterNumber[table.rater(j)], labelNumber[table.label(j)]);
        }
      }
      return this;
    }

    /** The table; once only, since the builder's judgments make room as they move. */
    public LabelTable build() {
      if (built) throw new IllegalStateException("the table is built already; take a new builder for another");
      built = true;
      Names classes = classesGiven ? labels : Names.of(List.of(inNaturalOrder(labels.toArray())));
      int[] classOf = renumbered(labels, classes);
      int n = item.size();
      var next = new int[items.size() + 1];
      for (int j = 0; j < n; j++) next[item.get(j) + 1]++;
      for (int i = 0; i < items.size(); i++) next[i + 1] += next[i];
      Packing packing = Packing.of(raters.size(), classes.size());
      var packed = new int[n];
      int[] wide = packing.bits() == 0 ? new int[n] : null;
      for (int j = 0; j < n; j++) {
        int at = next[item.get(j)]++;
        packed[at] = rater.get(j) << packing.bits();
        if (wide == null) packed[at] |= classOf[label.get(j)];
        else wide[at] = classOf[label.get(j)];
        item.forget(j);
        rater.forget(j);
        label.forget(j);
      }
      System.arraycopy(next, 0, next, 1, items.size());
      next[0] = 0;
      return new LabelTable(items, raters, classes, next, packed, wide);
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
