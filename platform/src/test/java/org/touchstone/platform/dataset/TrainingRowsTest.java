package org.touchstone.platform.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.touchstone.platform.dataset.FrozenItems.COMPARE;
import static org.touchstone.platform.dataset.FrozenItems.LABEL;
import static org.touchstone.platform.dataset.FrozenItems.RANK;
import static org.touchstone.platform.dataset.FrozenItems.SCORE;
import static org.touchstone.platform.dataset.FrozenItems.item;
import static org.touchstone.platform.dataset.FrozenItems.prefers;
import static org.touchstone.platform.dataset.FrozenItems.ranks;
import static org.touchstone.platform.dataset.FrozenItems.settled;
import static org.touchstone.platform.dataset.FrozenItems.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

class TrainingRowsTest {

  @Test
  void consensusDecidesWhatIsChosenAndTheVotesStandBeside() {
    var item = item(2, null, List.of(settled("preference", null, "1", 0.83)), List.of(
        prefers("ann", "0", 1, 0, 1), prefers("ben", "1", 3, 1, 0), prefers("cid", "1", 2, 1, 0), prefers("dan", "tie", null, 0, 1)));
    assertThat(rows(COMPARE, ExportFormat.TRL_DPO, item)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("prompt", "the prompt").containsEntry("chosen", "response 1").containsEntry("rejected", "response 0")
        .containsEntry("probability", 0.83).containsEntry("votes", 4).containsEntry("votes_chosen", 2).containsEntry("votes_rejected", 1)
        .containsEntry("votes_tie", 1).containsEntry("soft_label", 0.625).containsEntry("margin", 2.5).containsEntry("shown_first", 0.5)
        .containsEntry("chosen_model", "model-1").containsEntry("raters", List.of("ann", "ben", "cid", "dan")).containsEntry("decided_by", "consensus"));
  }

  @Test
  void aComparisonWithoutStrengthHasNoMarginExceptWhereTheTrainerNeedsOne() {
    var plain = new Rubric(List.of(new org.touchstone.platform.guideline.Criterion.Compare(
        FrozenItems.common("preference", org.touchstone.platform.guideline.Criterion.Target.ITEM), false, true, true)));
    var item = item(2, null, List.of(), List.of(prefers("ann", "0", null, 0, 1)));
    assertThat(rows(plain, ExportFormat.TRL_DPO, item).getFirst()).containsEntry("margin", null);
    assertThat(rows(plain, ExportFormat.TRL_REWARD, item).getFirst()).containsEntry("margin", 1.0);
  }

  @Test
  void aTieIsNoPairButStandsInTheCompanion() {
    var item = item(2, null, List.of(settled("preference", null, "tie", 0.6)), List.of(
        prefers("ann", "0", 1, 0, 1), prefers("ben", "tie", null, 1, 0), prefers("cid", "tie", null, 1, 0)));
    assertThat(rows(COMPARE, ExportFormat.TRL_DPO, item)).isEmpty();
    assertThat(rows(COMPARE, ExportFormat.TRL_KTO, item)).isEmpty();
    assertThat(training(COMPARE).ties(item)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("answer", "tie").containsEntry("votes_tie", 2).containsEntry("response_a", "response 0").containsEntry("response_b", "response 1"));
  }

  @Test
  void bothBadTeachesThatNeitherIsDesirable() {
    var item = item(2, null, List.of(settled("preference", null, "both_bad", 0.9)), List.of(prefers("ann", "both_bad", null, 0, 1)));
    assertThat(rows(COMPARE, ExportFormat.TRL_KTO, item)).extracting(row -> row.get("label")).containsExactly(false, false);
    assertThat(rows(COMPARE, ExportFormat.TRL_DPO, item)).isEmpty();
  }

  @Test
  void aVerdictOutweighsTheConsensus() {
    var verdict = vote("lead", "ADJUDICATOR", List.of(0, 1), Map.of("preference", new Answer.Winner("0", 1, null)));
    var item = item(2, null, List.of(settled("preference", null, "1", 0.9)), List.of(prefers("ann", "1", 2, 0, 1), prefers("ben", "1", 2, 0, 1), verdict));
    assertThat(rows(COMPARE, ExportFormat.TRL_DPO, item)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("chosen", "response 0").containsEntry("decided_by", "verdict").containsEntry("votes_rejected", 2));
  }

  @Test
  void stepsAreLabelledUpToTheLastThatWasJudged() {
    var steps = List.of("Six eggs at once.", "So each takes a sixth.", "Hence one minute.", "Done.");
    var rubric = new Rubric(List.of(new Criterion.StepReview(FrozenItems.common("steps", Criterion.Target.EACH_RESPONSE), true)));
    var marks = Map.of("0", (Answer) new Answer.StepMarks(List.of(new Answer.StepMark("right", null), new Answer.StepMark("wrong", "They boil together.")), null));
    var settled = List.of(new FrozenItem.Settled("steps", "0", 0, "right", 0.9, 3, Map.of("right", 0.9), "right"),
        new FrozenItem.Settled("steps", "0", 1, "wrong", 0.8, 3, Map.of("wrong", 0.8), "wrong"));
    var item = new FrozenItem("item", "x-1", "How long do six eggs take?", null, List.of(), List.of(new FrozenItem.Response("…", "model-0", steps, null)), null, settled,
        List.of(vote("ann", List.of(0), Map.of("steps", new Answer.ByResponse(marks, null)))));

    assertThat(rows(rubric, ExportFormat.TRL_PRM, item)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("prompt", "How long do six eggs take?").containsEntry("completions", steps.subList(0, 2)).containsEntry("labels", List.of(true, false))
        .containsEntry("marks", List.of("right", "wrong")).containsEntry("probabilities", List.of(0.9, 0.8)).containsEntry("first_error", 1));
    assertThat(training(rubric).canGive(ExportFormat.TRL_PRM)).isTrue();
    assertThat(training(COMPARE).canGive(ExportFormat.TRL_PRM)).isFalse();

    var flat = new ArrayList<Map<String, Object>>();
    new JudgmentRows(rubric).flat(item, flat::add);
    assertThat(flat).hasSize(2);
    assertThat(flat.get(1)).containsEntry("part", 1).containsEntry("answer", "wrong").containsEntry("justification", "They boil together.")
        .containsEntry("consensus", "wrong").containsEntry("probability", 0.8).containsOnlyKeys(JudgmentRows.COLUMNS.keySet());
  }

  @Test
  void withoutConsensusEvenVotesStayUndecided() {
    var item = item(2, null, List.of(), List.of(prefers("ann", "0", 1, 0, 1), prefers("ben", "1", 1, 0, 1)));
    assertThat(rows(COMPARE, ExportFormat.TRL_DPO, item)).isEmpty();
    assertThat(training(COMPARE).ties(item)).singleElement().satisfies(row -> assertThat(row).containsEntry("answer", "undecided"));
  }

  @Test
  void aRankingGivesAPairForEachTwoResponses() {
    var item = item(3, null, List.of(), List.of(ranks("ann", "2>0>1"), ranks("ben", "2>1>0"), ranks("cid", "2>0=1")));
    assertThat(rows(RANK, ExportFormat.TRL_DPO, item)).extracting(row -> row.get("chosen"), row -> row.get("rejected"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("response 2", "response 0"), org.assertj.core.groups.Tuple.tuple("response 2", "response 1"));
    assertThat(training(RANK).ties(item)).singleElement().satisfies(row -> assertThat(row).containsEntry("soft_label", 0.5));
    assertThat(rows(RANK, ExportFormat.TRL_SFT, item)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("prompt", "the prompt").containsEntry("completion", "response 2").containsEntry("source", "response"));
    assertThat(rows(RANK, ExportFormat.TRL_KTO, item)).extracting(row -> row.get("label")).containsExactly(false, false, true);
  }

  @Test
  void anIdealAnswerIsTheBestExample() {
    var written = vote("ann", List.of(0, 1, 2), Map.of("ideal", new Answer.Rewrite("2", "better still", null)));
    var item = item(3, null, List.of(), List.of(ranks("ben", "2>0>1"), written));
    assertThat(rows(RANK, ExportFormat.TRL_SFT, item)).singleElement().satisfies(row -> assertThat(row)
        .containsEntry("completion", "better still").containsEntry("source", "rewrite").containsEntry("raters", List.of("ann")));
  }

  @Test
  void scoresGivePairsOnlyWhereTheMarginIsLargeEnough() {
    var scored = vote("ann", List.of(0, 1, 2), Map.of("helpful", new Answer.ByResponse(
        Map.of("0", new Answer.Score(5, null), "1", new Answer.Score(2, null), "2", new Answer.Score(2, null)), null)));
    var item = item(3, null, List.of(settled("helpful", "0", "4.6", 1), settled("helpful", "1", "2", 1), settled("helpful", "2", "2.4", 1)), List.of(scored));
    assertThat(rows(SCORE, ExportFormat.TRL_REWARD, item)).extracting(row -> row.get("chosen"), row -> row.get("rejected"), row -> row.get("margin"))
        .containsExactly(org.assertj.core.groups.Tuple.tuple("response 0", "response 1", 3.0), org.assertj.core.groups.Tuple.tuple("response 0", "response 2", 3.0));
    assertThat(training(SCORE).ties(item)).hasSize(1);
  }

  @Test
  void openAiGetsItsShapeAndNothingElse() {
    var item = new FrozenItem("item", null, "and now?", "Be brief.", List.of(new FrozenItem.Turn("user", "hello"), new FrozenItem.Turn("assistant", "hi")),
        List.of(new FrozenItem.Response("yes", null), new FrozenItem.Response("no", null)), null,
        List.of(settled("preference", null, "0", 0.9)), List.of(prefers("ann", "0", 1, 0, 1)));
    var row = rows(COMPARE, ExportFormat.OPENAI_DPO, item).getFirst();
    assertThat(row).containsOnlyKeys("input", "preferred_output", "non_preferred_output");
    assertThat(row.get("input")).isEqualTo(Map.of("messages", List.of(
        Map.of("role", "system", "content", "Be brief."), Map.of("role", "user", "content", "hello"),
        Map.of("role", "assistant", "content", "hi"), Map.of("role", "user", "content", "and now?"))));
    assertThat(row.get("preferred_output")).isEqualTo(List.of(Map.of("role", "assistant", "content", "yes")));
  }

  @Test
  void labelsAloneGiveNoPreferences() {
    assertThat(training(LABEL).canGive(ExportFormat.TRL_DPO)).isFalse();
    assertThat(training(LABEL).canGive(ExportFormat.TRL_SFT)).isFalse();
    assertThat(training(RANK).canGive(ExportFormat.TRL_SFT)).isTrue();
  }

  private static TrainingRows training(Rubric rubric) {
    return new TrainingRows(rubric, Preferences.of(rubric, null).orElse(null));
  }

  private static List<Map<String, Object>> rows(Rubric rubric, ExportFormat format, FrozenItem item) {
    return training(rubric).of(format, item);
  }
}
