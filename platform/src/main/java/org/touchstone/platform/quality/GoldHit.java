package org.touchstone.platform.quality;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * How much of a known answer a judgment met, 0 to 1; one judgment is one trial, however many questions it answered.
 * Labels and comparisons count when equal; a score one step off counts half on scales of four steps and more; a rank
 * counts by the share of pairs in the known order.
 */
final class GoldHit {
  private record Key(String question, int response) {}

  private GoldHit() {}

  static OptionalDouble of(List<Vote> known, List<Vote> given) {
    var answers = new HashMap<Key, Vote>();
    given.forEach(vote -> answers.put(key(vote), vote));
    double hits = 0;
    int asked = 0;
    for (var vote : known) {
      if (vote.question().level() == Question.Level.RANK) continue;
      asked++;
      var answer = answers.get(key(vote));
      if (answer != null) hits += met(vote, answer);
    }
    for (var criterion : known.stream().filter(GoldHit::isRank).map(vote -> vote.question().criterion()).distinct().toList()) {
      asked++;
      hits += pairsKept(positions(known, criterion), positions(given, criterion));
    }
    return asked == 0 ? OptionalDouble.empty() : OptionalDouble.of(hits / asked);
  }

  /**
   * Whether two judgments say the same wherever both answer: labels and comparisons equal, a score at most one step off on
   * scales of four steps and more, no pair of a rank the other way round. How strongly one is preferred does not count.
   */
  static boolean agree(List<Vote> one, List<Vote> other) {
    var answers = new HashMap<Key, Vote>();
    other.forEach(vote -> answers.put(key(vote), vote));
    for (var vote : one) {
      var answer = answers.get(key(vote));
      if (answer == null) continue;
      if (isRank(vote) ? turnsRound(vote, one, answers) : met(vote, answer) == 0) return false;
    }
    return true;
  }

  private static boolean turnsRound(Vote vote, List<Vote> one, Map<Key, Vote> answers) {
    var answer = answers.get(key(vote));
    return one.stream().filter(next -> isRank(next) && next.question().criterion().equals(vote.question().criterion())).anyMatch(next -> {
      var against = answers.get(key(next));
      return against != null && Integer.signum(vote.label() - next.label()) * Integer.signum(answer.label() - against.label()) < 0;
    });
  }

  private static double met(Vote known, Vote given) {
    int apart = Math.abs(known.label() - given.label());
    if (apart == 0) return 1;
    boolean near = known.question().level() == Question.Level.ORDINAL && known.question().classes().size() >= 4 && apart == 1;
    return near ? 0.5 : 0;
  }

  private static double pairsKept(Map<Integer, Integer> known, Map<Integer, Integer> given) {
    double kept = 0;
    int pairs = 0;
    for (int a : known.keySet()) {
      for (int b : known.keySet()) {
        if (a >= b) continue;
        pairs++;
        if (given.containsKey(a) && given.containsKey(b)
            && Integer.signum(known.get(a) - known.get(b)) == Integer.signum(given.get(a) - given.get(b))) kept++;
      }
    }
    return pairs == 0 ? 1 : kept / pairs;
  }

  private static Map<Integer, Integer> positions(List<Vote> votes, String criterion) {
    var positions = new HashMap<Integer, Integer>();
    votes.stream().filter(GoldHit::isRank).filter(vote -> vote.question().criterion().equals(criterion))
        .forEach(vote -> positions.put(vote.response(), vote.label()));
    return positions;
  }

  private static boolean isRank(Vote vote) {
    return vote.question().level() == Question.Level.RANK;
  }

  private static Key key(Vote vote) {
    return new Key(vote.question().key(), vote.response());
  }
}
