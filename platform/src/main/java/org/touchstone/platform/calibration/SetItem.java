package org.touchstone.platform.calibration;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.task.Item;

/**
 * One item of a round.
 *
 * @param source the item of the project it was copied from
 * @param standard in force; null while none was set
 */
public record SetItem(UUID id, UUID roundId, @Nullable ItemId source, SetText text, @Nullable Standard standard) {
  /** What is judged, without the names of models. */
  public record SetText(String prompt, @Nullable String context, @Nullable List<Item.Turn> conversation, List<Item.Response> responses) {
    public SetText {
      conversation = conversation == null ? List.of() : List.copyOf(conversation);
      responses = responses == null ? List.of() : responses.stream().map(one -> new Item.Response(one.text(), null, one.steps(), one.output())).toList();
    }

    static SetText of(Item item) {
      return new SetText(item.prompt(), item.context(), item.conversation(), item.responses());
    }

    Rubric.ResponseTexts canonical() {
      return shown(IntStream.range(0, responses.size()).toArray());
    }

    Rubric.ResponseTexts shown(int[] order) {
      var asShown = IntStream.of(order).mapToObj(responses::get).toList();
      return new Rubric.ResponseTexts(prompt, asShown.stream().map(Item.Response::text).toList(), asShown.stream().map(one -> one.inSteps().size()).toList(),
          Item.turnsOfAssistant(conversation), conversation.stream().map(Item.Turn::text).toList());
    }
  }

  /**
   * The answer others are set beside, in the item's own order.
   *
   * @param explanations why, by criterion; the empty key holds what is said of the item as a whole
   * @param reason why an earlier version was corrected
   */
  public record Standard(int version, Answers answers, Map<String, String> explanations, @Nullable String reason, AccountId madeBy, Instant madeAt) {}
}
