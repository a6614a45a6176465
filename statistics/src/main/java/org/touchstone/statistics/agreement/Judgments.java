package org.touchstone.statistics.agreement;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import org.touchstone.statistics.LabelTable;

/**
 * Judgments as primitive columns, grouped by item: what every coefficient of agreement reads.
 *
 * <p>Values are numbers; categories are numbered by the caller in any order. Equal values share one code, and codes
 * follow the order of the values, so {@code scale[code]} is the value. A missing judgment is simply absent. Two
 * judgments of one rater on one item both count where the coefficient does not look at raters; the later one counts
 * where it does.
 */
public final class Judgments {
  private final int items;
  private final int raters;
  private final int[] start;
  private final int[] rater;
  private final int[] code;
  private final double[] scale;

  private Judgments(int items, int raters, int[] start, int[] rater, int[] code, double[] scale) {
    this.items = items;
    this.raters = raters;
    this.start = start;
    this.rater = rater;
    this.code = code;
    this.scale = scale;
  }

  /** One judgment a position: the item's number, the rater's number (both from 0) and a finite value. */
  public static Judgments of(int[] item, int[] rater, double[] value) {
    requireOneLength(item.length, rater.length, value.length);
    for (int j = 0; j < value.length; j++) {
      if (!Double.isFinite(value[j])) {
        throw new IllegalArgumentException("judgment " + j + " has the value " + value[j] + "; leave missing ones out");
      }
    }
    double[] scale = Arrays.stream(value).map(v -> v + 0.0).sorted().distinct().toArray();
    int[] code = new int[value.length];
    for (int j = 0; j < code.length; j++) code[j] = Arrays.binarySearch(scale, value[j] + 0.0);
    return grouped(item, rater, code, scale);
  }

  /** As {@link #of(int[], int[], double[])} with categories numbered from 0, which is faster on many judgments. */
  public static Judgments ofCategories(int[] item, int[] rater, int[] category) {
    requireOneLength(item.length, rater.length, category.length);
    double[] scale = new double[numberedFromZero(category, "category")];
    for (int c = 0; c < scale.length; c++) scale[c] = c;
    return grouped(item, rater, category, scale);
  }

  /** The judgments of a table with its classes as categories. */
  public static Judgments of(LabelTable table) {
    double[] value = new double[table.classes()];
    for (int c = 0; c < value.length; c++) value[c] = c;
    return of(table, value);
  }

  /** The judgments of a table with a number for each class, which orders and spaces them. */
  public static Judgments of(LabelTable table, double[] valueOfClass) {
    double[] scale = Arrays.stream(valueOfClass).map(v -> v + 0.0).sorted().distinct().toArray();
    int[] codeOf = new int[valueOfClass.length];
    for (int c = 0; c < codeOf.length; c++) codeOf[c] = Arrays.binarySearch(scale, valueOfClass[c] + 0.0);
    int[] start = new int[table.items() + 1];
    int[] rater = new int[table.size()];
    int[] code = new int[table.size()];
    for (int i = 0; i < table.items(); i++) start[i + 1] = table.to(i);
    for (int j = 0; j < rater.length; j++) {
      rater[j] = table.rater(j);
      code[j] = codeOf[table.label(j)];
    }
    return new Judgments(table.items(), table.raters(), start, rater, code, scale);
  }

  /** A rectangle with one row a rater and one column an item; NaN where a rater did not judge an item. */
  public static Judgments ofRows(double[][] rows) {
    int count = 0;
    for (double[] row : rows) for (double v : row) if (!Double.isNaN(v)) count++;
    int[] item = new int[count];
    int[] rater = new int[count];
    double[] value = new double[count];
    int j = 0;
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < rows[r].length; i++) {
        if (Double.isNaN(rows[r][i])) continue;
        item[j] = i;
        rater[j] = r;
        value[j++] = rows[r][i];
      }
    }
    return of(item, rater, value);
  }

  public int items() {
    return items;
  }

  public int raters() {
    return raters;
  }

  public int size() {
    return code.length;
  }

  /** How many distinct values occur; a code lies below this number. */
  public int codes() {
    return scale.length;
  }

  /** The first position of an item's judgments; those of item i lie in [start(i), start(i + 1)). */
  int start(int item) {
    return start[item];
  }

  int rater(int position) {
    return rater[position];
  }

  int code(int position) {
    return code[position];
  }

  double value(int position) {
    return scale[code[position]];
  }

  /** The value of each code, rising; not to be changed. */
  double[] scale() {
    return scale;
  }

  double valueOf(int someCode) {
    return scale[someCode];
  }

  /** The same number of items drawn again with replacement, each with all of its judgments. */
  Judgments resampled(RandomGenerator random) {
    int[] chosen = new int[items];
    int[] begin = new int[items + 1];
    for (int i = 0; i < items; i++) {
      chosen[i] = random.nextInt(items);
      begin[i + 1] = begin[i] + start[chosen[i] + 1] - start[chosen[i]];
    }
    int[] who = new int[begin[items]];
    int[] what = new int[begin[items]];
    for (int i = 0; i < items; i++) {
      int from = start[chosen[i]];
      int length = begin[i + 1] - begin[i];
      System.arraycopy(rater, from, who, begin[i], length);
      System.arraycopy(code, from, what, begin[i], length);
    }
    return new Judgments(items, raters, begin, who, what, scale);
  }

  /** Without the items that have a single judgment. */
  Judgments onlyShared() {
    return onlyItems(item -> start[item + 1] - start[item] >= 2);
  }

  /** Without one rater's judgments. */
  Judgments without(int someRater) {
    int[] begin = new int[items + 1];
    int[] who = new int[code.length];
    int[] what = new int[code.length];
    int kept = 0;
    for (int i = 0; i < items; i++) {
      for (int j = start[i]; j < start[i + 1]; j++) {
        if (rater[j] == someRater) continue;
        who[kept] = rater[j];
        what[kept++] = code[j];
      }
      begin[i + 1] = kept;
    }
    return new Judgments(items, raters, begin, Arrays.copyOf(who, kept), Arrays.copyOf(what, kept), scale);
  }

  private Judgments onlyItems(IntPredicate keep) {
    int[] begin = new int[items + 1];
    int[] who = new int[code.length];
    int[] what = new int[code.length];
    int kept = 0;
    for (int i = 0; i < items; i++) {
      int length = keep.test(i) ? start[i + 1] - start[i] : 0;
      System.arraycopy(rater, start[i], who, kept, length);
      System.arraycopy(code, start[i], what, kept, length);
      kept += length;
      begin[i + 1] = kept;
    }
    return new Judgments(items, raters, begin, Arrays.copyOf(who, kept), Arrays.copyOf(what, kept), scale);
  }

  private static Judgments grouped(int[] item, int[] rater, int[] code, double[] scale) {
    int items = numberedFromZero(item, "item");
    int raters = numberedFromZero(rater, "rater");
    int[] start = new int[items + 1];
    boolean inOrder = true;
    for (int j = 0; j < item.length; j++) {
      start[item[j] + 1]++;
      inOrder &= j == 0 || item[j - 1] <= item[j];
    }
    for (int i = 0; i < items; i++) start[i + 1] += start[i];
    if (inOrder) return new Judgments(items, raters, start, rater.clone(), code.clone(), scale);
    int[] next = Arrays.copyOf(start, items);
    int[] who = new int[item.length];
    int[] what = new int[item.length];
    for (int j = 0; j < item.length; j++) {
      int position = next[item[j]]++;
      who[position] = rater[j];
      what[position] = code[j];
    }
    return new Judgments(items, raters, start, who, what, scale);
  }

  private static int numberedFromZero(int[] numbers, String what) {
    int highest = -1;
    for (int j = 0; j < numbers.length; j++) {
      if (numbers[j] < 0) {
        throw new IllegalArgumentException("judgment " + j + " has the " + what + " number " + numbers[j]
            + "; number them from 0");
      }
      highest = Math.max(highest, numbers[j]);
    }
    return highest + 1;
  }

  private static void requireOneLength(int items, int raters, int values) {
    if (items != raters || items != values) {
      throw new IllegalArgumentException("the columns differ in length: " + items + " items, " + raters
          + " raters, " + values + " values");
    }
  }
}
