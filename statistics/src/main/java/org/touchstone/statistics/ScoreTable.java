package org.touchstone.statistics;

import java.util.Arrays;

/** Who gave which item which number: as {@link LabelTable}, with values on a scale instead of classes. */
public final class ScoreTable {
  private final Names items;
  private final Names raters;
  private final int[] start;
  private final int[] rater;
  private final double[] value;

  private ScoreTable(Names items, Names raters, int[] start, int[] rater, double[] value) {
    this.items = items;
    this.raters = raters;
    this.start = start;
    this.rater = rater;
    this.value = value;
  }

  public static Builder builder() {
    return new Builder();
  }

  public int items() {
    return start.length - 1;
  }

  public int raters() {
    return raters.size();
  }

  /** Number of judgments. */
  public int size() {
    return value.length;
  }

  public int from(int item) {
    return start[item];
  }

  public int to(int item) {
    return start[item + 1];
  }

  public int rater(int judgment) {
    return rater[judgment];
  }

  public double value(int judgment) {
    return value[judgment];
  }

  public Names itemNames() {
    return items;
  }

  public Names raterNames() {
    return raters;
  }

  /** Gathers judgments in any order; not for use by several threads. */
  public static final class Builder {
    private final Names items = new Names();
    private final Names raters = new Names();
    private int[] item = new int[256];
    private int[] rater = new int[256];
    private double[] value = new double[256];
    private int n;

    private Builder() {}

    /** @param score any finite number */
    public Builder add(String item, String rater, double score) {
      if (!Double.isFinite(score)) throw new IllegalArgumentException("a score is a finite number, got " + score);
      if (n == value.length) {
        this.item = Arrays.copyOf(this.item, 2 * n);
        this.rater = Arrays.copyOf(this.rater, 2 * n);
        value = Arrays.copyOf(value, 2 * n);
      }
      this.item[n] = items.index(item);
      this.rater[n] = raters.index(rater);
      value[n++] = score;
      return this;
    }

    public ScoreTable build() {
      var start = new int[items.size() + 1];
      for (int j = 0; j < n; j++) start[item[j] + 1]++;
      for (int i = 0; i < items.size(); i++) start[i + 1] += start[i];
      var next = start.clone();
      var sortedRater = new int[n];
      var sortedValue = new double[n];
      for (int j = 0; j < n; j++) {
        int at = next[item[j]]++;
        sortedRater[at] = rater[j];
        sortedValue[at] = value[j];
      }
      return new ScoreTable(items, raters, start, sortedRater, sortedValue);
    }
  }
}
