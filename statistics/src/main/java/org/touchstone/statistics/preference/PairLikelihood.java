package org.touchstone.statistics.preference;

/**
 * The log-likelihood of one pair's outcomes and its derivatives, in the difference d of the log strengths and the tie
 * parameter t (log ν for Davidson, log θ for Rao and Kupper). All are concave in (d, t).
 */
final class PairLikelihood {
  private final Ties ties;
  double value;
  double byD;
  double byT;
  double byDD;
  double byDT;
  double byTT;
  /** First derivatives of the three outcomes, for the sandwich: win, loss, tie. */
  final double[] scoreD = new double[3];
  final double[] scoreT = new double[3];

  PairLikelihood(Ties ties) {
    this.ties = ties;
  }

  boolean hasTieParameter() {
    return ties == Ties.DAVIDSON || ties == Ties.RAO_KUPPER;
  }

  void at(double d, double t, double wins, double losses, double tied) {
    switch (ties) {
      case HALF_WIN, DROPPED -> plain(d, wins, losses, tied);
      case DAVIDSON -> davidson(d, t, wins, losses, tied);
      case RAO_KUPPER -> raoKupper(d, t, wins, losses, tied);
    }
  }

  private void plain(double d, double wins, double losses, double tied) {
    double small = Math.exp(-Math.abs(d));
    double p = d >= 0 ? 1 / (1 + small) : small / (1 + small);
    double w = wins + tied / 2;
    double l = losses + tied / 2;
    value = -(w + l) * Math.log(1 + small) + (d >= 0 ? -l * d : w * d);
    byD = w - (w + l) * p;
    byDD = -(w + l) * p * (1 - p);
    byT = byDT = byTT = 0;
    scoreD[0] = 1 - p;
    scoreD[1] = -p;
    scoreD[2] = 0.5 - p;
  }

  /** An exponential family: statistics d·(win − loss)/2 and t·tie, normaliser e^{d/2} + e^{−d/2} + e^t. */
  private void davidson(double d, double t, double wins, double losses, double tied) {
    double n = wins + losses + tied;
    double top = Math.max(Math.abs(d) / 2, t);
    double up = Math.exp(d / 2 - top);
    double down = Math.exp(-d / 2 - top);
    double even = Math.exp(t - top);
    double sum = up + down + even;
    double lean = (up - down) / sum / 2;
    double tie = even / sum;
    double spread = (up + down) / sum / 4;
    value = (wins - losses) * d / 2 + tied * t - n * (top + Math.log(sum));
    byD = (wins - losses) / 2 - n * lean;
    byT = tied - n * tie;
    byDD = -n * (spread - lean * lean);
    byDT = n * lean * tie;
    byTT = -n * tie * (1 - tie);
    scoreD[0] = 0.5 - lean;
    scoreD[1] = -0.5 - lean;
    scoreD[2] = -lean;
    scoreT[0] = scoreT[1] = -tie;
    scoreT[2] = 1 - tie;
  }

  /** Win σ(d − t), loss σ(−d − t), tie the rest, which is σ(d − t) σ(−d − t) (e^{2t} − 1). */
  private void raoKupper(double d, double t, double wins, double losses, double tied) {
    double win = logistic(d - t);
    double loss = logistic(-d - t);
    double w = wins + tied;
    double l = losses + tied;
    double growth = Math.expm1(2 * t);
    double gain = 2 * (1 + 1 / growth);
    double winSpread = win * (1 - win);
    double lossSpread = loss * (1 - loss);
    value = w * logLogistic(d - t) + l * logLogistic(-d - t) + (tied > 0 ? tied * Math.log(growth) : 0);
    byD = w * (1 - win) - l * (1 - loss);
    byT = -w * (1 - win) - l * (1 - loss) + tied * gain;
    byDD = -w * winSpread - l * lossSpread;
    byDT = w * winSpread - l * lossSpread;
    byTT = -w * winSpread - l * lossSpread - tied * 4 * (1 + growth) / (growth * growth);
    scoreD[0] = 1 - win;
    scoreD[1] = loss - 1;
    scoreD[2] = loss - win;
    scoreT[0] = win - 1;
    scoreT[1] = loss - 1;
    scoreT[2] = win + loss - 2 + gain;
  }

  static double logistic(double x) {
    return x >= 0 ? 1 / (1 + Math.exp(-x)) : Math.exp(x) / (1 + Math.exp(x));
  }

  static double logLogistic(double x) {
    return x >= 0 ? -Math.log1p(Math.exp(-x)) : x - Math.log1p(Math.exp(x));
  }
}
