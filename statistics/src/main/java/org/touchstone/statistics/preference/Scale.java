package org.touchstone.statistics.preference;

/** How strengths are written down; the order and the probabilities are the same on each. */
public enum Scale {
  /** Strengths that sum to one: twice the share wins two times of three. */
  SHARE,
  /** Natural logarithms of the strengths, with mean zero. */
  LOG,
  /** 1000 on average, 400 points for odds of ten to one: as chess players and arenas write it. */
  ELO;

  static final double ELO_POINTS = 400 / Math.log(10);

  /** The value of a centred log strength, given log Σ exp of all of them. */
  double of(double log, double logSum) {
    return switch (this) {
      case SHARE -> Math.exp(log - logSum);
      case LOG -> log;
      case ELO -> 1000 + ELO_POINTS * log;
    };
  }
}
