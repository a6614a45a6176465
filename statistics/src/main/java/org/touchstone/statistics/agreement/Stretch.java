package org.touchstone.statistics.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Stretches of text without overlap, in order: what the spans of one category cover. */
record Stretch(int start, int end) {
  static List<Stretch> of(List<Spans.Span> spans, int category) {
    List<Stretch> merged = new ArrayList<>();
    for (var span : spans.stream().filter(s -> s.category() == category)
        .sorted(Comparator.comparingInt(Spans.Span::start)).toList()) {
      Stretch last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || span.start() > last.end) merged.add(new Stretch(span.start(), span.end()));
      else merged.set(merged.size() - 1, new Stretch(last.start, Math.max(last.end, span.end())));
    }
    return merged;
  }

  /** How many characters both cover. */
  static int common(List<Stretch> one, List<Stretch> other) {
    int common = 0;
    int o = 0;
    for (var stretch : one) {
      while (o < other.size() && other.get(o).end <= stretch.start) o++;
      for (int p = o; p < other.size() && other.get(p).start < stretch.end; p++) {
        common += Math.min(stretch.end, other.get(p).end) - Math.max(stretch.start, other.get(p).start);
      }
    }
    return common;
  }
}
