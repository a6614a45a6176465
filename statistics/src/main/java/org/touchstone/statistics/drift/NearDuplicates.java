package org.touchstone.statistics.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Finds rationales that are nearly the same text: copied, or pasted again and again. Texts are cut into overlapping
 * runs of {@value #RUN} words, letters only and in lower case; the likeness of two texts is the share of runs they
 * have in common (Jaccard).
 *
 * <p>Candidates are found by min-hashing in bands, so a hundred thousand texts need no comparison of all pairs; every
 * pair reported was then compared exactly. At a likeness of 0.8 or more a pair is missed less often than once in ten
 * thousand. Texts shorter than {@code fewestWords} words ('good', 'both wrong') are left out: people honestly write
 * the same few words.
 */
public record NearDuplicates(double likeness, int fewestWords) {
  private static final int RUN = 3;
  private static final int BANDS = 25;
  private static final int ROWS = 4;

  public NearDuplicates {
    if (!(likeness > 0 && likeness <= 1)) throw new IllegalArgumentException("a likeness lies in (0, 1], got "
        + likeness);
    if (fewestWords < 1) throw new IllegalArgumentException("a text has at least one word, got " + fewestWords);
  }

  public static NearDuplicates standard() {
    return new NearDuplicates(0.8, 8);
  }

  /** Two texts by their positions, the earlier first, and how alike they are. */
  public record Pair(int first, int second, double likeness) {}

  /**
   * What was found.
   *
   * @param pairs at or above the likeness, the most alike first
   */
  public record Result(List<Pair> pairs, Provenance provenance) {
    public Result {
      pairs = List.copyOf(pairs);
    }
  }

  public Result find(List<String> texts) {
    return find(texts, Progress.SILENT);
  }

  /** @param progress told after each text that was cut, and as candidates are compared; refusing leaves what was found until then */
  public Result find(List<String> texts, Progress progress) {
    int read = 0;
    long[][] runs = new long[texts.size()][];
    Map<Long, List<Integer>> buckets = new HashMap<>();
    boolean goOn = true;
    while (goOn && read < runs.length) {
      int t = read++;
      goOn = progress.report(read, 2L * runs.length);
      runs[t] = runs(texts.get(t));
      if (runs[t].length == 0) continue;
      long[] smallest = smallest(runs[t]);
      for (int band = 0; band < BANDS; band++) {
        long key = mixed(band);
        for (int row = 0; row < ROWS; row++) key = mixed(key ^ smallest[band * ROWS + row]);
        buckets.computeIfAbsent(key, k -> new ArrayList<>(1)).add(t);
      }
    }
    Set<Long> compared = new HashSet<>();
    List<Pair> pairs = new ArrayList<>();
    double candidates = buckets.values().stream().mapToDouble(bucket -> 0.5 * bucket.size() * (bucket.size() - 1)).sum();
    double done = 0;
    for (List<Integer> bucket : buckets.values()) {
      for (int b = 1; b < bucket.size() && goOn; b++) {
        for (int a = 0; a < b; a++) consider(bucket.get(a), bucket.get(b), runs, compared, pairs);
        done += b;
        goOn = progress.report(runs.length + (long) (runs.length * done / candidates), 2L * runs.length);
      }
    }
    pairs.sort(Comparator.comparingDouble((Pair p) -> -p.likeness).thenComparing(Pair::first)
        .thenComparing(Pair::second));
    return new Result(pairs, Provenance.of("near-duplicates", Map.of("likeness", Double.toString(likeness), "fewestWords", Integer.toString(fewestWords),
        "run", Integer.toString(RUN), "bands", Integer.toString(BANDS), "rows", Integer.toString(ROWS)), read));
  }

  private void consider(int first, int second, long[][] runs, Set<Long> compared, List<Pair> pairs) {
    if (!compared.add((long) first << 32 | second)) return;
    double alike = jaccard(runs[first], runs[second]);
    if (alike >= likeness) pairs.add(new Pair(first, second, alike));
  }

  /** The distinct runs of a text as sorted hashes; none for a text too short to tell. */
  private long[] runs(String text) {
    String[] words = Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(w -> !w.isEmpty()).toArray(String[]::new);
    if (words.length < fewestWords) return new long[0];
    int length = Math.min(RUN, words.length);
    long[] hashes = new long[words.length - length + 1];
    for (int w = 0; w < hashes.length; w++) {
      long hash = 7;
      for (int i = 0; i < length; i++) {
        for (int c = 0; c < words[w + i].length(); c++) hash = mixed(hash ^ words[w + i].charAt(c));
        hash = mixed(hash ^ 0x20);
      }
      hashes[w] = hash;
    }
    return Arrays.stream(hashes).sorted().distinct().toArray();
  }

  private static long[] smallest(long[] runs) {
    long[] least = new long[BANDS * ROWS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long run : runs) {
      for (int h = 0; h < least.length; h++) least[h] = Math.min(least[h], mixed(run + h * 0x9E3779B97F4A7C15L));
    }
    return least;
  }

  private static double jaccard(long[] a, long[] b) {
    int i = 0;
    int j = 0;
    int common = 0;
    while (i < a.length && j < b.length) {
      if (a[i] == b[j]) common++;
      if (a[i] <= b[j]) {
        if (a[i] == b[j]) j++;
        i++;
      } else {
        j++;
      }
    }
    return (double) common / (a.length + b.length - common);
  }

  /** Stafford's thirteenth mixer of 64 bits. */
  private static long mixed(long z) {
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
