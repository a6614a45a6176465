package org.touchstone.platform.calibration;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.GuidelineDesk;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.task.ItemDesk;
import org.touchstone.platform.task.NewItem;

/** What a test of the guideline leaves behind: known answers for the queue, and examples for the next version. */
@Service
public class HarvestDesk {
  private final Rounds rounds;
  private final SetItems sets;
  private final ItemDesk items;
  private final GoldDesk golds;
  private final Witnesses witnesses;
  private final GuidelineDesk guidelines;
  private final Audit audit;

  HarvestDesk(Rounds rounds, SetItems sets, ItemDesk items, GoldDesk golds, Witnesses witnesses, GuidelineDesk guidelines, Audit audit) {
    this.rounds = rounds;
    this.sets = sets;
    this.items = items;
    this.golds = golds;
    this.witnesses = witnesses;
    this.guidelines = guidelines;
    this.audit = audit;
  }

  /** Makes the item gold in its project, as a new item where it was written for the round; those who took part are not handed it. */
  @Transactional
  public ItemId gold(AccountId by, UUID roundId, UUID setItem, Answers answers, @Nullable String explanation) {
    var round = tested(roundId);
    var item = item(roundId, setItem);
    var id = item.source() == null ? brought(round, item) : item.source();
    witnesses.knowFrom(roundId, id);
    golds.make(round.projectId(), by, id, answers, explanation == null ? "" : explanation.strip());
    return id;
  }

  private ItemId brought(Round round, SetItem item) {
    var id = ItemId.next();
    var text = item.text();
    items.add(round.projectId(), List.of(new NewItem(id, null, text.prompt(), text.context(), text.conversation(), text.responses(), null, null)));
    return id;
  }

  /** Adds an example to the draft of the guideline, which its authors then put in their own words. */
  @Transactional
  public void example(AccountId by, UUID roundId, UUID setItem, @Nullable String title, @Nullable String text) {
    var round = tested(roundId);
    var item = item(roundId, setItem);
    if (title == null || title.isBlank()) throw new Invalid("title", "Give the example a title.");
    if (text == null || text.strip().length() < 10) throw new Invalid("text", "Say what the example shows in at least 10 characters.");
    var draft = guidelines.draft(round.projectId()).orElseThrow(() -> new NotFound("guideline"));
    guidelines.saveDraft(by, round.projectId(), draft.body().stripTrailing() + "\n\n**%s** %s\n\n> %s\n".formatted(
        title.strip(), text.strip(), item.text().prompt().strip().replace("\n", "\n> ")), draft.rubric(), draft.revision());
    audit.record(by, round.projectId(), "example.drafted", setItem.toString(), Map.of("title", title.strip()));
  }

  private Round tested(UUID id) {
    var round = rounds.find(id).orElseThrow(() -> new NotFound("round"));
    if (round.kind() != Round.Kind.GUIDELINE_TEST) throw new Conflict("Only a test of the guideline leaves gold and examples behind: people are judged by the other rounds.");
    return round;
  }

  private SetItem item(UUID round, UUID item) {
    return sets.find(item).filter(one -> one.roundId().equals(round)).orElseThrow(() -> new NotFound("item"));
  }
}
