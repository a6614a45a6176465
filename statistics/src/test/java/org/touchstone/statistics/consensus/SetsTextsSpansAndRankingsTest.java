package org.touchstone.statistics.consensus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.consensus.SpanConsensus.Agreed;
import org.touchstone.statistics.consensus.SpanConsensus.Span;
import org.touchstone.statistics.consensus.TextConsensus.Answer;

class SetsTextsSpansAndRankingsTest {

  @Test
  void aTickThatMostRatersMadeBelongsToTheAnswer() {
    var ticks = new ArrayList<MultiLabel.Ticks>();
    for (int i = 0; i < 20; i++) {
      Set<String> right = i % 2 == 0 ? Set.of("rude", "wrong") : Set.of();
      for (String rater : List.of("a", "b", "c")) ticks.add(new MultiLabel.Ticks("i" + i, rater, right));
      ticks.add(new MultiLabel.Ticks("i" + i, "contrary", i % 2 == 0 ? Set.of() : Set.of("rude")));
    }
    Map<String, Set<String>> answers = new MultiLabel().estimate(ticks, Progress.SILENT).answers();
    assertThat(answers.get("i0")).containsExactlyInAnyOrder("rude", "wrong");
    assertThat(answers.get("i1")).isEmpty();
    assertThat(new MultiLabel().estimate(List.of(), Progress.SILENT).answers()).isEmpty();
  }

  @Test
  void theTextMostLikeTheOthersIsChosen() {
    var choice = new TextConsensus().estimate(List.of(
        new Answer("q", "a", "The treaty was signed in 1648."),
        new Answer("q", "b", "The treaty was signed in 1648 at Münster."),
        new Answer("q", "c", "the  treaty was signed in 1684."),
        new Answer("q", "d", "Bananas."))).choices();
    assertThat(choice.get("q").answer().rater()).isEqualTo("a");
    assertThat(choice.get("q").answers()).isEqualTo(4);
  }

  @Test
  void ofTwoAnswersThatOfTheMoreReliableRaterSupportsMore() {
    var answers = new ArrayList<Answer>();
    for (int i = 0; i < 20; i++) {
      answers.add(new Answer("q" + i, "babble", "zzz " + i * 7919));
      for (String rater : List.of("x", "y", "z")) answers.add(new Answer("q" + i, rater, "a sensible answer number " + i));
    }
    new TextConsensus().estimate(answers).choices().values().forEach(choice -> {
      assertThat(choice.answer().rater()).isNotEqualTo("babble");
      assertThat(choice.support().known().orElseThrow().value()).isGreaterThan(0.6);
    });
  }

  @Test
  void oneAnswerStandsAloneAndEmptyTextsDoNotFail() {
    assertThat(new TextConsensus().estimate(List.of(new Answer("q", "a", ""))).choices().get("q").support()).isEqualTo(Estimate.undefined("There is no other answer that it could be like."));
    assertThat(new TextConsensus().estimate(List.of(new Answer("q", "a", ""), new Answer("q", "b", "x"))).choices().get("q").answers()).isEqualTo(2);
    assertThat(TextConsensus.trigramSimilarity("Same  text", "same text ")).isEqualTo(1);
    assertThat(TextConsensus.trigramSimilarity("abc", "xyz")).isZero();
  }

  @Test
  void aSpanIsWhereEnoughRatersOverlap() {
    var spans = List.of(new Span("a", 0, 10, "date"), new Span("b", 5, 15, "date"), new Span("c", 40, 50, "date"), new Span("a", 40, 45, "tone"));
    assertThat(new SpanConsensus(0.6).estimate(Set.of("a", "b", "c"), spans).spans())
        .singleElement().satisfies(agreed -> {
          assertThat(agreed.from()).isEqualTo(5);
          assertThat(agreed.to()).isEqualTo(10);
          assertThat(agreed.support()).isCloseTo(2.0 / 3, within(1e-12));
        });
    assertThat(new SpanConsensus(0.3).estimate(Set.of("a", "b", "c"), spans).spans()).extracting(Agreed::from, Agreed::to, Agreed::category)
        .containsExactly(tuple(0, 15, "date"), tuple(40, 50, "date"),
            tuple(40, 45, "tone"));
  }

  @Test
  void whoMarkedNothingCountsAgainstASpanAndAWeightCanOutvoteIt() {
    var spans = List.of(new Span("a", 0, 4, "x"));
    assertThat(new SpanConsensus(0.6).estimate(Set.of("a", "b"), spans).spans()).isEmpty();
    assertThat(new SpanConsensus(0.6).estimate(Set.of("a", "b"), spans, Map.of("a", 3.0)).spans()).hasSize(1);
    assertThat(new SpanConsensus().estimate(Set.of(), spans).spans()).isEmpty();
    assertThatThrownBy(() -> new Span("a", 3, 3, "x")).hasMessage("a span needs 0 <= from < to, got 3 and 3");
  }

  @Test
  void anOrderThatNobodyContradictsIsKept() {
    var result = new RankingConsensus().estimate(List.of(ranking("a b c"), ranking("b c d"), ranking("a d")));
    assertThat(result.order()).containsExactly("a", "b", "c", "d");
    assertThat(result.agreement()).isEqualTo(Estimate.of(1, 7));
    assertThat(result.exact()).isTrue();
  }

  @Test
  void aCondorcetWinnerComesFirstEvenAgainstMoreFirstPlaces() {
    var rankings = new ArrayList<List<Set<String>>>();
    for (int n = 0; n < 4; n++) rankings.add(ranking("a c b"));
    for (int n = 0; n < 3; n++) rankings.add(ranking("b c a"));
    for (int n = 0; n < 2; n++) rankings.add(ranking("c b a"));
    assertThat(new RankingConsensus().estimate(rankings).order()).containsExactly("c", "b", "a");
  }

  /** The capital of Tennessee, the usual example of Kemeny's rule: of six times a hundred preferences its order keeps 393. */
  @Test
  void tennesseesCapitalComesOut() {
    var rankings = new ArrayList<List<Set<String>>>();
    Map.of("Memphis Nashville Chattanooga Knoxville", 42, "Nashville Chattanooga Knoxville Memphis", 26,
        "Chattanooga Knoxville Nashville Memphis", 15, "Knoxville Chattanooga Nashville Memphis", 17)
        .forEach((order, voters) -> rankings.addAll(Collections.nCopies(voters, ranking(order))));
    var result = new RankingConsensus().estimate(rankings);
    assertThat(result.order()).containsExactly("Nashville", "Chattanooga", "Knoxville", "Memphis");
    assertThat(result.agreement()).isEqualTo(Estimate.of(393.0 / 600, 600));
  }

  @Test
  void tiesPreferNeitherAndNothingAtAllIsAnEmptyOrder() {
    var tied = new RankingConsensus().estimate(List.of(List.of(Set.of("a", "b"))));
    assertThat(tied.order()).containsExactlyInAnyOrder("a", "b");
    assertThat(tied.agreement()).isEqualTo(Estimate.undefined("Nobody ranked one thing above another, so there is no preference to keep."));
    assertThat(new RankingConsensus().estimate(List.of()).order()).isEmpty();
  }

  @Test
  void beyondTheExactSizeTheTrueOrderIsStillFound() {
    long seed = 9;
    var random = new Random(seed);
    var names = new ArrayList<String>();
    for (int x = 0; x < 25; x++) names.add(String.format("n%02d", x));
    var rankings = new ArrayList<List<Set<String>>>();
    for (int r = 0; r < 60; r++) {
      var order = new ArrayList<>(names);
      for (int swap = 0; swap < 30; swap++) {
        int at = random.nextInt(24);
        Collections.swap(order, at, at + 1);
      }
      rankings.add(order.stream().map(Set::of).toList());
    }
    var result = new RankingConsensus().estimate(rankings);
    assertThat(result.order()).as("seed %d", seed).containsExactlyElementsOf(names);
    assertThat(result.exact()).isFalse();
  }

  @Test
  void eachResultSaysHowItCameToBe() {
    var ticks = List.of(new MultiLabel.Ticks("i", "a", Set.of("rude")), new MultiLabel.Ticks("i", "b", Set.of("rude")));
    var sets = new MultiLabel(new Majority(), 0.7).estimate(ticks, Progress.SILENT);
    assertThat(sets.answers()).isEqualTo(Map.of("i", Set.of("rude")));
    assertThat(sets.probabilities().get("i")).containsEntry("rude", 1.0);
    assertThat(sets.provenance()).isEqualTo(Provenance.of("multi-label", Map.of("method", "majority", "threshold", "0.7", "known", "0"), 2));
    var spans = new SpanConsensus(0.6).estimate(Set.of("a"), List.of(new Span("a", 0, 4, "x")), Map.of());
    assertThat(spans.spans()).hasSize(1);
    assertThat(spans.provenance()).isEqualTo(Provenance.of("character-majority", Map.of("threshold", "0.6"), 1));
    var texts = new TextConsensus().estimate(List.of(new Answer("q", "a", "Yes."), new Answer("q", "b", "Yes!")), Progress.SILENT);
    assertThat(texts.provenance().n()).isEqualTo(2);
    assertThat(new RankingConsensus().estimate(List.of(ranking("a b"))).provenance()).isEqualTo(Provenance.of("kemeny", Map.of(), 1));
  }

  @Test
  void aStoppedRunAnswersWithWhatItHas() {
    var answers = new ArrayList<Answer>();
    for (String item : List.of("q", "r", "s")) for (String text : List.of("bananas", "the treaty of 1648", "the treaty of 1684")) answers.add(new Answer(item, text, text));
    var told = new ArrayList<Long>();
    var stopped = new TextConsensus().estimate(answers, (done, total) -> {
      told.add(done);
      return done < 1;
    });
    assertThat(told).containsExactly(1L);
    assertThat(stopped.choices()).containsOnlyKeys("q", "r", "s");
    assertThat(stopped.choices().get("q").answer().text()).startsWith("the treaty");
    var rankings = new ArrayList<List<Set<String>>>();
    for (int first = 0; first < 14; first++) {
      var order = new ArrayList<String>();
      for (int x = 0; x < 14; x++) order.add("n" + (first + x) % 14);
      rankings.add(ranking(String.join(" ", order)));
    }
    assertThat(new RankingConsensus().estimate(rankings, (done, total) -> false).order()).hasSize(14);
  }

  private static List<Set<String>> ranking(String order) {
    return Arrays.stream(order.split(" ")).map(Set::of).toList();
  }
}
