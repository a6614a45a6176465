package org.touchstone.platform.dataset;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.dataset.Preference.Evidence;
import org.touchstone.platform.dataset.Preference.Pair;
import org.touchstone.platform.dataset.Preference.Tie;
import org.touchstone.platform.guideline.Answer;
import org.touchstone.platform.guideline.Criterion;
import org.touchstone.platform.guideline.Rubric;

/** Makes the rows that training libraries read; the evidence stands in columns beside those they need. */
final class TrainingRows {
  private final Rubric rubric;
  private final @Nullable Preferences preferences;
  private final StepRows steps;

  TrainingRows(Rubric rubric, @Nullable Preferences preferences) {
    this.rubric = rubric;
    this.preferences = preferences;
    this.steps = new StepRows(rubric);
  }

  /** Whether this rubric can give any row of the format. */
  boolean canGive(ExportFormat format) {
    if (format == ExportFormat.TRL_PRM) return steps.canGive();
    return preferences != null || format == ExportFormat.TRL_SFT && rubric.criteria().stream().anyMatch(Criterion.Rewrite.class::isInstance);
  }

  List<Map<String, Object>> of(ExportFormat format, FrozenItem item) {
    return switch (format) {
      case TRL_SFT -> best(item).map(List::of).orElse(List.of());
      case TRL_DPO, TRL_REWARD -> pairs(item).stream().map(pair -> dpo(item, pair, format == ExportFormat.TRL_REWARD)).toList();
      case TRL_KTO -> kto(item);
      case TRL_PRM -> steps.of(item);
      case OPENAI_DPO -> pairs(item).stream().map(pair -> openAi(item, pair)).toList();
      case CSV, JSONL, LABEL_STUDIO, PARQUET -> throw new IllegalArgumentException(format + " has no training rows");
    };
  }

  /** What training leaves out because neither response is better: the companion of every preference file. */
  List<Map<String, Object>> ties(FrozenItem item) {
    if (preferences == null) return List.of();
    var rows = new ArrayList<Map<String, Object>>();
    for (Preference preference : preferences.of(item)) {
      if (!(preference instanceof Tie tie)) continue;
      var row = new LinkedHashMap<String, Object>();
      row.put("prompt", item.promptText());
      row.put("response_a", item.responses().get(tie.first()).text());
      row.put("response_b", item.responses().get(tie.second()).text());
      row.put("answer", tie.answer());
      row.put("model_a", item.responses().get(tie.first()).model());
      row.put("model_b", item.responses().get(tie.second()).model());
      beside(row, item, tie.evidence());
      rows.add(row);
    }
    return rows;
  }

  private List<Pair> pairs(FrozenItem item) {
    return preferences == null ? List.of()
        : preferences.of(item).stream().filter(Pair.class::isInstance).map(Pair.class::cast).toList();
  }

  private static Map<String, Object> dpo(FrozenItem item, Pair pair, boolean reward) {
    var row = new LinkedHashMap<String, Object>();
    row.put("prompt", item.promptText());
    row.put("chosen", item.responses().get(pair.chosen()).text());
    row.put("rejected", item.responses().get(pair.rejected()).text());
    // TRL's reward trainer takes a margin of this very name into its loss, so it is always a number there.
    Double margin = pair.evidence().margin();
    row.put("margin", reward && margin == null ? Double.valueOf(1) : margin);
    row.put("chosen_model", item.responses().get(pair.chosen()).model());
    row.put("rejected_model", item.responses().get(pair.rejected()).model());
    beside(row, item, pair.evidence());
    return row;
  }

  private static void beside(Map<String, Object> row, FrozenItem item, Evidence evidence) {
    row.put("criterion", evidence.criterion());
    row.put("decided_by", evidence.decidedBy());
    row.put("probability", evidence.probability());
    row.put("soft_label", evidence.softLabel());
    row.put("votes", evidence.votes());
    row.put("votes_chosen", evidence.votesChosen());
    row.put("votes_rejected", evidence.votesRejected());
    row.put("votes_tie", evidence.votesTie());
    row.put("shown_first", evidence.shownFirst());
    row.put("raters", evidence.raters());
    row.put("guideline_versions", evidence.guidelineVersions());
    row.put("item_id", item.itemId());
    row.put("external_id", item.externalId());
    row.put("gold", item.gold() != null);
  }

  /** Each response alone: better ones are desirable, worse ones and those called bad are not. */
  private List<Map<String, Object>> kto(FrozenItem item) {
    if (preferences == null) return List.of();
    var wins = new int[item.responses().size()];
    var losses = new int[item.responses().size()];
    var sure = new double[item.responses().size()];
    var evidence = new Evidence[item.responses().size()];
    for (Preference preference : preferences.of(item)) {
      int one, other;
      switch (preference) {
        case Pair pair -> {
          wins[one = pair.chosen()]++;
          losses[other = pair.rejected()]++;
        }
        case Tie tie when tie.answer().equals(Answer.Winner.BOTH_BAD) -> {
          losses[one = tie.first()]++;
          losses[other = tie.second()]++;
        }
        case Tie _ -> {
          continue;
        }
      }
      for (int response : new int[] {one, other}) {
        sure[response] = Math.max(sure[response], preference.evidence().probability());
        evidence[response] = preference.evidence();
      }
    }
    var rows = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < wins.length; i++) {
      if (wins[i] == losses[i]) continue;
      var row = new LinkedHashMap<String, Object>();
      row.put("prompt", item.promptText());
      row.put("completion", item.responses().get(i).text());
      row.put("label", wins[i] > losses[i]);
      row.put("wins", wins[i]);
      row.put("losses", losses[i]);
      row.put("model", item.responses().get(i).model());
      row.put("criterion", evidence[i].criterion());
      row.put("decided_by", evidence[i].decidedBy());
      row.put("probability", sure[i]);
      row.put("votes", evidence[i].votes());
      row.put("raters", evidence[i].raters());
      row.put("guideline_versions", evidence[i].guidelineVersions());
      row.put("item_id", item.itemId());
      row.put("external_id", item.externalId());
      row.put("gold", item.gold() != null);
      rows.add(row);
    }
    return rows;
  }

  /** The ideal answer somebody wrote, else the response that no other beats and that beats at least one. */
  private Optional<Map<String, Object>> best(FrozenItem item) {
    return rewrite(item).or(() -> winner(item));
  }

  private Optional<Map<String, Object>> rewrite(FrozenItem item) {
    ToIntFunction<FrozenItem.Vote> standing = vote -> vote.role().equals(FrozenItem.Vote.ADJUDICATOR) ? 2 : vote.outcome().equals("REJECTED") ? 0 : 1;
    return rubric.criteria().stream().filter(Criterion.Rewrite.class::isInstance).map(Criterion::key)
        .flatMap(key -> item.votes(key)
            .filter(vote -> standing.applyAsInt(vote) > 0 && vote.to(key).orElse(null) instanceof Answer.Rewrite text && !text.text().isBlank())
            .max(Comparator.comparingInt(standing).thenComparing(FrozenItem.Vote::submittedAt))
            .map(vote -> {
              var row = new LinkedHashMap<String, Object>();
              row.put("prompt", item.promptText());
              row.put("completion", ((Answer.Rewrite) vote.to(key).orElseThrow()).text());
              row.put("source", "rewrite");
              row.put("model", null);
              row.put("criterion", key);
              row.put("probability", null);
              row.put("votes", (int) item.votes(key).count());
              row.put("raters", List.of(vote.rater()));
              closing(row, item);
              return (Map<String, Object>) row;
            }).stream())
        .findFirst();
  }

  private Optional<Map<String, Object>> winner(FrozenItem item) {
    var pairs = pairs(item);
    var beaten = pairs.stream().map(Pair::rejected).distinct().toList();
    return pairs.stream().filter(pair -> !beaten.contains(pair.chosen()))
        .min(Comparator.<Pair>comparingDouble(pair -> -pair.evidence().probability()).thenComparingInt(Pair::chosen))
        .map(pair -> {
          var row = new LinkedHashMap<String, Object>();
          row.put("prompt", item.promptText());
          row.put("completion", item.responses().get(pair.chosen()).text());
          row.put("source", "response");
          row.put("model", item.responses().get(pair.chosen()).model());
          row.put("criterion", pair.evidence().criterion());
          row.put("probability", pair.evidence().probability());
          row.put("votes", pair.evidence().votes());
          row.put("raters", pair.evidence().raters());
          closing(row, item);
          return row;
        });
  }

  private static void closing(Map<String, Object> row, FrozenItem item) {
    row.put("item_id", item.itemId());
    row.put("external_id", item.externalId());
    row.put("gold", item.gold() != null);
  }

  /** OpenAI's fine-tuning service checks the shape strictly: nothing stands beside what it names. */
  private static Map<String, Object> openAi(FrozenItem item, Pair pair) {
    var messages = new ArrayList<Map<String, Object>>();
    if (item.context() != null && !item.context().isBlank()) messages.add(message("system", item.context()));
    item.conversation().forEach(turn -> messages.add(message(turn.role(), turn.text())));
    messages.add(message("user", item.prompt()));
    var row = new LinkedHashMap<String, Object>();
    row.put("input", Map.of("messages", messages));
    row.put("preferred_output", List.of(message("assistant", item.responses().get(pair.chosen()).text())));
    row.put("non_preferred_output", List.of(message("assistant", item.responses().get(pair.rejected()).text())));
    return row;
  }

  private static Map<String, Object> message(String role, String content) {
    var message = new LinkedHashMap<String, Object>();
    message.put("role", role);
    message.put("content", content);
    return message;
  }
}
