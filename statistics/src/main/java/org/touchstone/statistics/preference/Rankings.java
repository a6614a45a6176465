package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.List;
import org.touchstone.statistics.Names;

/** Rankings of some of the contestants each, the best first, as one primitive column. */
public final class Rankings {
  private final Names contestants;
  private final int[] start;
  private final int[] contestant;

  private Rankings(Names contestants, int[] start, int[] contestant) {
    this.contestants = contestants;
    this.start = start;
    this.contestant = contestant;
  }

  public static Builder builder() {
    return new Builder();
  }

  public int size() {
    return start.length - 1;
  }

  public Names contestantNames() {
    return contestants;
  }

  int from(int ranking) {
    return start[ranking];
  }

  int to(int ranking) {
    return start[ranking + 1];
  }

  int at(int position) {
    return contestant[position];
  }

  /** Gathers rankings; not for use by several threads. */
  public static final class Builder {
    private final Names contestants = new Names();
    private int[] start = new int[256];
    private int[] contestant = new int[1024];
    private int n;

    /** One ranking, the best first; a contestant twice in it is refused. */
    public Builder add(List<String> bestFirst) {
      int begin = start[n];
      int end = begin + bestFirst.size();
      if (end > contestant.length) contestant = Arrays.copyOf(contestant, Math.max(end, 2 * contestant.length));
      for (int j = begin; j < end; j++) {
        contestant[j] = contestants.index(bestFirst.get(j - begin));
        for (int k = begin; k < j; k++) {
          if (contestant[k] == contestant[j]) {
            throw new IllegalArgumentException("ranking " + n + " holds " + bestFirst.get(j - begin) + " twice");
          }
        }
      }
      if (n + 2 > start.length) start = Arrays.copyOf(start, 2 * start.length);
      start[++n] = end;
      return this;
    }

    public Rankings build() {
      return new Rankings(contestants, Arrays.copyOf(start, n + 1), Arrays.copyOf(contestant, start[n]));
    }
  }
}
