package org.touchstone.statistics;

import java.util.Arrays;

/** A column of numbers that grows without being copied and can be given up piece by piece. */
final class GrowingColumn {
  private static final int SHIFT = 16;
  private static final int PIECE = 1 << SHIFT;

  private int[][] pieces = {new int[1024]};
  private int size;

  int size() {
    return size;
  }

  void add(int value) {
    int piece = size >>> SHIFT;
    if (piece == pieces.length) pieces = Arrays.copyOf(pieces, 2 * piece);
    int[] last = pieces[piece];
    int at = size & PIECE - 1;
    if (last == null) last = pieces[piece] = new int[PIECE];
    else if (at == last.length) last = pieces[piece] = Arrays.copyOf(last, PIECE);
    last[at] = value;
    size++;
  }

  int get(int index) {
    return pieces[index >>> SHIFT][index & PIECE - 1];
  }

  /** Lets go of the piece that ends here; to be called for all in order, when none up to here is read again. */
  void forget(int index) {
    if ((index & PIECE - 1) == PIECE - 1) pieces[index >>> SHIFT] = null;
  }
}
