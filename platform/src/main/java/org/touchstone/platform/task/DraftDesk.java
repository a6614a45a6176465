package org.touchstone.platform.task;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.NotFound;

/** Where half-done work is put down and found again. */
@Service
public class DraftDesk {
  private final Leases leases;
  private final Drafts drafts;

  DraftDesk(Leases leases, Drafts drafts) {
    this.leases = leases;
    this.drafts = drafts;
  }

  /** Kept whether or not the lease still stands: what was typed is never lost. */
  public Draft save(LeaseId id, AccountId rater, Answers answers, Draft.@Nullable Aside aside, int revision) {
    if (aside != null && aside.isTooLong()) throw new Invalid("aside", "A note or a reason takes at most 4,000 characters.");
    var lease = leases.find(id, rater).orElseThrow(() -> new NotFound("lease"));
    if (lease.state() == Lease.State.SUBMITTED) throw new LeaseLost("This task was submitted already: nothing more to save.");
    var typed = lease.isCovered() ? underCover(lease, rater, aside) : new Draft(lease.canonical(answers), canonical(lease, aside), revision, lease.at());
    return drafts.save(rater, lease.taskId(), typed.answers(), typed.aside(), revision)
        .orElseThrow(() -> new DraftOutdated(drafts.find(rater, lease.taskId()).map(stored -> asShown(lease, stored)).orElseThrow()));
  }

  /** Drafts are kept in the item's own order, since a later lease may show another. */
  public static Draft asShown(Lease lease, Draft draft) {
    if (lease.isCovered()) return draft.underCover();
    return new Draft(draft.answers().toShown(lease.shown()), shown(lease, draft.aside()), draft.revision(), draft.savedAt());
  }

  /** Whoever has not lifted the cover writes only why they pass; what they answered under an earlier lease stays as it is. */
  private Draft underCover(Lease lease, AccountId rater, Draft.@Nullable Aside typed) {
    var skip = typed == null ? null : typed.skip();
    var stored = drafts.find(rater, lease.taskId()).orElseGet(() -> new Draft(Answers.none(), null, 0, lease.at()));
    var kept = stored.aside();
    if (kept == null) return new Draft(stored.answers(), skip == null ? null : new Draft.Aside(null, null, null, skip), stored.revision(), stored.savedAt());
    return new Draft(stored.answers(), new Draft.Aside(kept.note(), kept.flag(), kept.reasons(), skip), stored.revision(), stored.savedAt());
  }

  private static Draft.@Nullable Aside canonical(Lease lease, Draft.@Nullable Aside aside) {
    return aside == null ? null : aside.inOrder(place -> lease.shown()[place], lease.shown().length);
  }

  private static Draft.@Nullable Aside shown(Lease lease, Draft.@Nullable Aside aside) {
    if (aside == null) return null;
    int[] place = new int[lease.shown().length];
    for (int i = 0; i < place.length; i++) place[lease.shown()[i]] = i;
    return aside.inOrder(own -> place[own], place.length);
  }
}
