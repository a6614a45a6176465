package org.touchstone.statistics.preference;

/** What a tie says about two contestants. */
public enum Ties {
  /** Half a win for each: no model of ties, and the usual choice of leaderboards. */
  HALF_WIN,
  /** Ties are left out, and with them the evidence that two contestants are alike. */
  DROPPED,
  /** Davidson (1970): ties are likeliest among equals; a tie has odds ν against the geometric mean of both wins. */
  DAVIDSON,
  /** Rao and Kupper (1967): raters tell no difference below a threshold, log θ. */
  RAO_KUPPER
}
