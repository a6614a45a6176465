package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.touchstone.statistics.Names;

/** Who preferred what to what, as primitive columns in the order given; which side a contestant stood on is kept. */
public final class Comparisons {
  private final Names contestants;
  private final Names raters;
  private final int[] left;
  private final int[] right;
  private final int[] rater;
  private final byte[] outcome;
  private PairCounts counts;

  private Comparisons(Names contestants, Names raters, int[] left, int[] right, int[] rater, byte[] outcome) {
    this.contestants = contestants;
    this.raters = raters;
    this.left = left;
    this.right = right;
    this.rater = rater;
    this.outcome = outcome;
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Comparisons between contestants that are numbered from 0 and named by their numbers. */
  public static Comparisons of(int contestants, int raters, int[] left, int[] right, int[] rater, Outcome[] outcome) {
    byte[] said = new byte[outcome.length];
    for (int j = 0; j < said.length; j++) {
      if (left[j] == right[j]) throw new IllegalArgumentException("comparison " + j + " sets " + left[j]
          + " against itself");
      said[j] = (byte) outcome[j].ordinal();
    }
    return new Comparisons(numbered(contestants), numbered(raters), left.clone(), right.clone(), rater.clone(), said);
  }

  public int size() {
    return left.length;
  }

  public int contestants() {
    return contestants.size();
  }

  public int raters() {
    return raters.size();
  }

  public Names contestantNames() {
    return contestants;
  }

  public Names raterNames() {
    return raters;
  }

  public int left(int comparison) {
    return left[comparison];
  }

  public int right(int comparison) {
    return right[comparison];
  }

  public int rater(int comparison) {
    return rater[comparison];
  }

  public Outcome outcome(int comparison) {
    return Outcome.of(outcome[comparison]);
  }

  /** Wins, losses and ties of each pair that met. */
  PairCounts counts() {
    if (counts == null) counts = PairCounts.of(contestants.size(), left, right, outcome);
    return counts;
  }

  /** As many comparisons drawn again with replacement. */
  Comparisons resampled(RandomGenerator random) {
    int n = size();
    int[] chosenLeft = new int[n];
    int[] chosenRight = new int[n];
    int[] chosenRater = new int[n];
    byte[] said = new byte[n];
    for (int j = 0; j < n; j++) {
      int from = random.nextInt(n);
      chosenLeft[j] = left[from];
      chosenRight[j] = right[from];
      chosenRater[j] = rater[from];
      said[j] = outcome[from];
    }
    return new Comparisons(contestants, raters, chosenLeft, chosenRight, chosenRater, said);
  }

  private static Names numbered(int n) {
    var names = new Names();
    for (int i = 0; i < n; i++) names.index(Integer.toString(i));
    return names;
  }

  /** Gathers comparisons; not for use by several threads. */
  public static final class Builder {
    private final Names contestants = new Names();
    private final Names raters = new Names();
    private int[] left = new int[1024];
    private int[] right = new int[1024];
    private int[] rater = new int[1024];
    private byte[] outcome = new byte[1024];
    private int n;

    public Names contestantNames() {
      return contestants;
    }

    public Names raterNames() {
      return raters;
    }

    /** Names contestants beforehand, so that those never compared are listed too. */
    public Builder contestants(List<String> names) {
      names.forEach(contestants::index);
      return this;
    }

    public Builder add(String rater, String left, String right, Outcome outcome) {
      return add(raters.index(rater), contestants.index(left), contestants.index(right), outcome);
    }

    /** Adds a comparison by numbers that the builder's own dictionaries gave out. */
    public Builder add(int rater, int left, int right, Outcome outcome) {
      if (left == right) {
        throw new IllegalArgumentException(contestants.name(left) + " cannot be compared with itself");
      }
      if (n == this.left.length) {
        this.left = Arrays.copyOf(this.left, 2 * n);
        this.right = Arrays.copyOf(this.right, 2 * n);
        this.rater = Arrays.copyOf(this.rater, 2 * n);
        this.outcome = Arrays.copyOf(this.outcome, 2 * n);
      }
      this.left[n] = left;
      this.right[n] = right;
      this.rater[n] = rater;
      this.outcome[n++] = (byte) outcome.ordinal();
      return this;
    }

    public Comparisons build() {
      return new Comparisons(contestants, raters, Arrays.copyOf(left, n), Arrays.copyOf(right, n),
          Arrays.copyOf(rater, n), Arrays.copyOf(outcome, n));
    }
  }
}
