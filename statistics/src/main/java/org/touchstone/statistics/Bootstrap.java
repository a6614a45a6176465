package org.touchstone.statistics;

import java.util.random.RandomGenerator;

/**
 * How an interval is to be drawn by resampling: how often, at which coverage, with which source of chance.
 *
 * @param rounds replicates to draw, at least 20; 1000 gives two stable digits at 95 %
 * @param level nominal coverage, in (0, 1)
 * @param random the source of chance; the same seed gives the same interval
 * @param progress told after each replicate, and asked within one that takes long; refusing ends the drawing and the interval rests on what is there
 */
public record Bootstrap(int rounds, double level, RandomGenerator random, Progress progress) {
  public static final int FEWEST_ROUNDS = 20;

  public Bootstrap {
    if (rounds < FEWEST_ROUNDS) {
      throw new IllegalArgumentException("a bootstrap needs at least " + FEWEST_ROUNDS + " rounds, got " + rounds);
    }
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static Bootstrap of(int rounds, RandomGenerator random) {
    return new Bootstrap(rounds, 0.95, random, Progress.SILENT);
  }
}
