package org.touchstone.platform.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.quality.Match;

/**
 * How far an attempt meets the standard.
 *
 * @param parts one for each criterion of which the standard says something, in the order of the rubric
 */
public record Score(List<Part> parts) {
  /**
   * @param met sum of the shares met, one at most for each item
   * @param asked how many items the standard speaks of this criterion, without those set aside
   * @param waiting how many of them a person has still to read
   */
  public record Part(String criterion, double met, int asked, int waiting) {
    public double share() {
      return asked == 0 ? 1 : met / asked;
    }
  }

  /** One item with everything its score rests on: marks and what was set aside go by criterion. */
  public record Line(Answers standard, Answers given, Map<String, Double> marks, Set<String> setAside) {
    /** The share met by criterion; null where a person has still to read it. */
    public Map<String, Double> shares(Rubric rubric) {
      var counted = Match.byCriterion(rubric, standard, given);
      var shares = new LinkedHashMap<String, Double>();
      for (var criterion : rubric.criteria()) {
        String key = criterion.key();
        if (setAside.contains(key) || standard.to(key).isEmpty()) continue;
        shares.put(key, marks.containsKey(key) ? marks.get(key) : counted.get(key));
      }
      return shares;
    }
  }

  /** Whether the standard says something of this criterion that no count can compare, so that a person's mark is what counts. */
  static boolean isRead(Rubric rubric, Line line, String criterion) {
    return line.standard().to(criterion).isPresent() && Match.byCriterion(rubric, line.standard(), line.given()).get(criterion) == null;
  }

  public static Score of(Rubric rubric, List<Line> lines) {
    var parts = new ArrayList<Part>();
    var shares = lines.stream().map(line -> line.shares(rubric)).toList();
    for (var criterion : rubric.criteria()) {
      String key = criterion.key();
      double met = 0;
      int asked = 0;
      int waiting = 0;
      for (var line : shares) {
        if (!line.containsKey(key)) continue;
        var share = line.get(key);
        asked++;
        if (share == null) waiting++;
        else met += share;
      }
      if (asked > 0) parts.add(new Part(key, met, asked, waiting));
    }
    return new Score(List.copyOf(parts));
  }

  public int asked() {
    return parts.stream().mapToInt(Part::asked).sum();
  }

  public int waiting() {
    return parts.stream().mapToInt(Part::waiting).sum();
  }

  public double share() {
    return asked() == 0 ? 1 : parts.stream().mapToDouble(Part::met).sum() / asked();
  }
}
