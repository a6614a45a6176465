package org.touchstone.statistics.agreement;

/**
 * The one-way analysis of variance of the items judged twice or more.
 *
 * @param between mean square between items
 * @param within mean square within items
 * @param size the number of judgments an item that the variance components are scaled by: the common one where it is
 *     equal
 */
record ItemGroups(int items, long judgments, double between, double within, double size) {
  static ItemGroups of(Judgments judgments) {
    int items = 0;
    long n = 0;
    double squares = 0;
    double total = 0;
    double within = 0;
    for (int i = 0; i < judgments.items(); i++) {
      int m = judgments.start(i + 1) - judgments.start(i);
      if (m < 2) continue;
      items++;
      n += m;
      squares += (double) m * m;
      double mean = mean(judgments, i);
      total += m * mean;
      for (int j = judgments.start(i); j < judgments.start(i + 1); j++) {
        within += (judgments.value(j) - mean) * (judgments.value(j) - mean);
      }
    }
    if (items < 2) return new ItemGroups(items, n, 0, 0, 0);
    double between = 0;
    for (int i = 0; i < judgments.items(); i++) {
      int m = judgments.start(i + 1) - judgments.start(i);
      if (m < 2) continue;
      double off = mean(judgments, i) - total / n;
      between += m * off * off;
    }
    return new ItemGroups(items, n, between / (items - 1), within / (n - items), (n - squares / n) / (items - 1));
  }

  private static double mean(Judgments judgments, int item) {
    double sum = 0;
    for (int j = judgments.start(item); j < judgments.start(item + 1); j++) sum += judgments.value(j);
    return sum / (judgments.start(item + 1) - judgments.start(item));
  }
}
