package org.touchstone.statistics.chance;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Draws how often each of several kinds turns up when a sample is drawn again with replacement from its own counts.
 * Work grows with the number of kinds, not with the size of the sample.
 */
public final class Multinomial {
  private final long[] counts;
  private final long total;

  public Multinomial(long[] counts) {
    this.counts = counts.clone();
    this.total = Arrays.stream(counts).sum();
  }

  /** Fills {@code into} with one resample of the same size. */
  public void draw(RandomGenerator random, long[] into) {
    long left = total;
    long mass = total;
    for (int kind = 0; kind < counts.length; kind++) {
      long drawn = mass == counts[kind] ? left : Binomials.draw(random, left, (double) counts[kind] / mass);
      into[kind] = drawn;
      left -= drawn;
      mass -= counts[kind];
    }
  }
}
