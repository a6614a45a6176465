package org.touchstone.statistics;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A dictionary that numbers names in the order they first appear.
 *
 * <p>The names lie as UTF-8 in one array behind an open hash table, so that millions of item names cost their bytes
 * and twelve more each, and a file reader can look a name up without making a String.
 */
public final class Names implements Serializable {
  private static final long serialVersionUID = 1;

  private byte[] bytes = new byte[256];
  private int[] start = new int[17];
  private int size;
  private int[] slots = filled(32);

  /** An empty dictionary. */
  public Names() {}

  public static Names of(Iterable<String> names) {
    var dictionary = new Names();
    for (String name : names) dictionary.index(name);
    return dictionary;
  }

  public int size() {
    return size;
  }

  /** The number of the name, given a new one if it has not been seen. */
  public int index(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return index(utf8, 0, utf8.length);
  }

  /** As {@link #index(String)} for the UTF-8 bytes {@code [from, to)}. */
  public int index(byte[] utf8, int from, int to) {
    int slot = slotOf(utf8, from, to);
    if (slots[slot] >= 0) return slots[slot];
    if (size + 2 > start.length) start = Arrays.copyOf(start, start.length * 2);
    int length = to - from;
    int end = Math.addExact(start[size], length);
    if (end > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(end, bytes.length + (bytes.length >> 1)));
    System.arraycopy(utf8, from, bytes, start[size], length);
    start[++size] = end;
    slots[slot] = size - 1;
    if (size * 2 > slots.length) grow();
    return size - 1;
  }

  /** The number of the name, or -1 if it has never been seen. */
  public int find(String name) {
    byte[] utf8 = name.getBytes(StandardCharsets.UTF_8);
    return slots[slotOf(utf8, 0, utf8.length)];
  }

  public String name(int index) {
    if (index < 0 || index >= size) throw new IndexOutOfBoundsException("no name has the number " + index + " of " + size);
    return new String(bytes, start[index], start[index + 1] - start[index], StandardCharsets.UTF_8);
  }

  public String[] toArray() {
    var names = new String[size];
    for (int i = 0; i < size; i++) names[i] = name(i);
    return names;
  }

  private int slotOf(byte[] utf8, int from, int to) {
    int mask = slots.length - 1;
    int slot = hash(utf8, from, to) & mask;
    while (slots[slot] >= 0) {
      int i = slots[slot];
      if (Arrays.equals(bytes, start[i], start[i + 1], utf8, from, to)) return slot;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    slots = filled(slots.length * 2);
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(bytes, start[i], start[i + 1]) & mask;
      while (slots[slot] >= 0) slot = (slot + 1) & mask;
      slots[slot] = i;
    }
  }

  private static int hash(byte[] utf8, int from, int to) {
    int h = 0x811c9dc5;
    for (int i = from; i < to; i++) h = (h ^ utf8[i]) * 0x01000193;
    h ^= h >>> 15;
    h *= 0x2c1b3c6d;
    return h ^ (h >>> 13);
  }

  private static int[] filled(int length) {
    var slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }
}
