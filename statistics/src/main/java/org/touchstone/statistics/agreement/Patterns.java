package org.touchstone.statistics.agreement;

import java.util.Arrays;

/**
 * The distinct multisets of values that items with two or more judgments show, and how many items show each. Alpha
 * sees an item only through its multiset, so a resample is a reweighting of patterns, however many items there are.
 */
final class Patterns {
  /** Items with at most so many judgments find their pattern by their row of codes, without sorting it. */
  private static final int MOST_DIRECT = 16;
  private static final int MOST_ROWS = 1 << 16;
  private static final int[] NONE = {};

  private int[] start = new int[64];
  private int[] code = new int[256];
  private int[] count = new int[256];
  private long[] items = new long[64];
  private int[] size = new int[64];
  private int[] table = new int[256];
  private int patterns;
  private int cells;

  Patterns() {
    Arrays.fill(table, -1);
  }

  static Patterns of(Judgments judgments) {
    var found = new Patterns();
    int[] scratch = new int[16];
    int codes = judgments.codes();
    int[][] met = new int[MOST_DIRECT + 1][];
    for (int item = 0; item < judgments.items(); item++) {
      int from = judgments.start(item);
      int m = judgments.start(item + 1) - from;
      if (m < 2) continue;
      int[] direct = m > MOST_DIRECT ? NONE : met[m] == null ? met[m] = direct(codes, m) : met[m];
      int row = 0;
      if (direct.length > 0) {
        for (int j = from; j < from + m; j++) row = row * codes + judgments.code(j);
        if (direct[row] > 0) {
          found.items[direct[row] - 1]++;
          continue;
        }
      }
      if (m > scratch.length) scratch = new int[2 * m];
      for (int j = 0; j < m; j++) scratch[j] = judgments.code(from + j);
      int pattern = found.add(scratch, m, 1);
      if (direct.length > 0) direct[row] = pattern + 1;
    }
    return found;
  }

  /** For each row of codes that few judgments can show the pattern it has, plus one; nothing where such rows are too many. */
  private static int[] direct(int codes, int m) {
    double rows = Math.pow(codes, m);
    return rows <= MOST_ROWS ? new int[(int) rows] : NONE;
  }

  int patterns() {
    return patterns;
  }

  /** Judgments in an item of this pattern. */
  int size(int pattern) {
    return size[pattern];
  }

  /** The first cell of a pattern; its cells lie in [start(p), start(p + 1)). */
  int start(int pattern) {
    return start[pattern];
  }

  int code(int cell) {
    return code[cell];
  }

  int count(int cell) {
    return count[cell];
  }

  long[] items() {
    return Arrays.copyOf(items, patterns);
  }

  private static void sort(int[] values, int m) {
    if (m > 24) {
      Arrays.sort(values, 0, m);
      return;
    }
    for (int i = 1; i < m; i++) {
      int v = values[i];
      int j = i - 1;
      while (j >= 0 && values[j] > v) values[j + 1] = values[j--];
      values[j + 1] = v;
    }
  }

  /** Counts the first {@code m} codes, which it sorts, as seen this often; answers the number of the pattern. */
  int add(int[] sorted, int m, long times) {
    sort(sorted, m);
    int hash = 1;
    for (int j = 0; j < m; j++) hash = 31 * hash + sorted[j];
    hash *= 0x9E3779B9;
    int slot = (hash ^ hash >>> 15) & table.length - 1;
    while (table[slot] >= 0) {
      if (shows(table[slot], sorted, m)) {
        items[table[slot]] += times;
        return table[slot];
      }
      slot = slot + 1 & table.length - 1;
    }
    int pattern = append(sorted, m);
    items[pattern] = times;
    table[slot] = pattern;
    if (2 * patterns > table.length) rehash();
    return pattern;
  }

  private boolean shows(int pattern, int[] sorted, int m) {
    if (size[pattern] != m) return false;
    int j = 0;
    for (int cell = start[pattern]; cell < start[pattern + 1]; cell++) {
      for (int times = count[cell]; times > 0; times--) if (sorted[j++] != code[cell]) return false;
    }
    return true;
  }

  private int append(int[] sorted, int m) {
    if (patterns + 2 > start.length) {
      start = Arrays.copyOf(start, 2 * start.length);
      items = Arrays.copyOf(items, 2 * items.length);
      size = Arrays.copyOf(size, 2 * size.length);
    }
    while (cells + m > code.length) {
      code = Arrays.copyOf(code, 2 * code.length);
      count = Arrays.copyOf(count, 2 * count.length);
    }
    for (int j = 0; j < m; j++) {
      if (j > 0 && sorted[j] == sorted[j - 1]) {
        count[cells - 1]++;
      } else {
        code[cells] = sorted[j];
        count[cells++] = 1;
      }
    }
    size[patterns] = m;
    start[patterns + 1] = cells;
    return patterns++;
  }

  private void rehash() {
    table = new int[4 * table.length];
    Arrays.fill(table, -1);
    for (int p = 0; p < patterns; p++) {
      int hash = 1;
      for (int cell = start[p]; cell < start[p + 1]; cell++) {
        for (int times = count[cell]; times > 0; times--) hash = 31 * hash + code[cell];
      }
      hash *= 0x9E3779B9;
      int slot = (hash ^ hash >>> 15) & table.length - 1;
      while (table[slot] >= 0) slot = slot + 1 & table.length - 1;
      table[slot] = p;
    }
  }
}
