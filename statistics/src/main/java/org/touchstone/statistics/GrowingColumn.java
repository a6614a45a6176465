package org.touchstone.statistics;

import java.util.Arrays;

/**
 * A column of numbers from 0 that grows without being copied and can be given up piece by piece.
 *
 * <p>A full piece is kept in as few bytes a number as its largest one needs.
 */
final class GrowingColumn {
  private static final int SHIFT = 16;
  private static final int PIECE = 1 << SHIFT;

  private Object[] full = new Object[4];
  private int[] last = new int[1024];
  private int pieces;
  private int filled;

  int size() {
    return pieces * PIECE + filled;
  }

  void add(int value) {
    if (filled == last.length) makeRoom();
    last[filled++] = value;
  }

  int get(int index) {
    int piece = index >>> SHIFT;
    int at = index & PIECE - 1;
    if (piece == pieces) return last[at];
    return switch (full[piece]) {
      case byte[] small -> small[at];
      case char[] middle -> middle[at];
      case Object large -> ((int[]) large)[at];
    };
  }

  /** Lets go of the piece that ends here; to be called for all in order, when none up to here is read again. */
  void forget(int index) {
    if ((index & PIECE - 1) == PIECE - 1 && index >>> SHIFT < pieces) full[index >>> SHIFT] = null;
  }

  private void makeRoom() {
    if (filled < PIECE) {
      last = Arrays.copyOf(last, Math.min(PIECE, 4 * filled));
      return;
    }
    if (pieces == full.length) full = Arrays.copyOf(full, 2 * pieces);
    full[pieces++] = narrowed(last);
    if (full[pieces - 1] == last) last = new int[PIECE];
    filled = 0;
  }

  private static Object narrowed(int[] numbers) {
    int largest = 0;
    for (int number : numbers) largest |= number;
    if (largest < 0 || largest > Character.MAX_VALUE) return numbers;
    if (largest > Byte.MAX_VALUE) {
      var middle = new char[PIECE];
      for (int x = 0; x < PIECE; x++) middle[x] = (char) numbers[x];
      return middle;
    }
    var small = new byte[PIECE];
    for (int x = 0; x < PIECE; x++) small[x] = (byte) numbers[x];
    return small;
  }
}
