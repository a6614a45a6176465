package org.touchstone.platform.judgment;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.JudgmentId;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Closed;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.Lease;
import org.touchstone.platform.task.LeaseDesk;
import tools.jackson.databind.json.JsonMapper;

/** Where judgments are handed in: one transaction closes the lease, checks, stores and tells. */
@Service
public class JudgmentDesk {
  private static final int LONGEST_NOTE = 4000;

  private final LeaseDesk leases;
  private final Guidelines guidelines;
  private final Judgments judgments;
  private final Items items;
  private final ApplicationEventPublisher events;
  private final JsonMapper json;

  JudgmentDesk(LeaseDesk leases, Guidelines guidelines, Judgments judgments, Items items, ApplicationEventPublisher events, JsonMapper json) {
    this.leases = leases;
    this.guidelines = guidelines;
    this.judgments = judgments;
    this.items = items;
    this.events = events;
    this.json = json;
  }

  /**
   * A judgment that is stored.
   *
   * @param again whether it was stored by an earlier request
   */
  public record HandedIn(Judgment judgment, String prompt, boolean again) {}

  /** The judgment of this lease; sending the same again gives the first one back. */
  @Transactional
  public HandedIn submit(AccountId rater, LeaseId leaseId, Submission submission) {
    var fault = fault(submission);
    if (fault.isPresent()) {
      // Whether a lease is there is nobody's business but its rater's, so that comes first.
      leases.find(leaseId, rater);
      throw fault.get();
    }
    return leases.close(leaseId, rater).map(closed -> store(closed, submission)).orElseGet(() -> again(rater, leaseId, submission));
  }

  private HandedIn store(Closed closed, Submission submission) {
    var lease = closed.lease();
    if (submission.answers() != null && lease.isCovered()) {
      throw new Conflict("This task is still covered: show it before you answer, or skip it, which costs you nothing.");
    }
    if (submission.answers() != null) check(lease, submission.answers());
    var canonical = submission.answers() == null ? null : lease.canonical(submission.answers());
    var judgment = new Judgment(
        JudgmentId.next(), lease.projectId(), lease.item().id(), lease.id(), lease.raterId(), Judgment.Role.TRAINER, canonical,
        submission.flag(), submission.note(), lease.guidelineVersion(), lease.shown(), lease.price(),
        ActiveTime.seconds(submission.activeSeconds(), Duration.between(lease.leasedAt(), lease.closedAt())), closed.late(),
        lease.closedAt(), lease.closedAt().plus(Duration.ofHours(lease.reviewHours())), 0, null);
    judgments.add(judgment, Digest.of(canonical, submission.flag(), submission.note(), json), lease.termsVersion());
    events.publishEvent(new Judgment.Submitted(judgment.id(), judgment.projectId(), judgment.itemId(), judgment.raterId(),
        judgment.kind(), judgment.price(), judgment.submittedAt(), judgment.settlesAt()));
    return new HandedIn(judgment, lease.item().prompt(), false);
  }

  private HandedIn again(AccountId rater, LeaseId leaseId, Submission submission) {
    var lease = leases.find(leaseId, rater);
    var first = judgments.ofLease(leaseId).orElseThrow(() -> new NotFound("lease"));
    var canonical = submission.answers() == null ? null : lease.canonical(submission.answers());
    if (!Arrays.equals(first.digest(), Digest.of(canonical, submission.flag(), submission.note(), json))) throw new AlreadyJudged();
    return new HandedIn(first.judgment(), lease.item().prompt(), true);
  }

  /** What a person decided about an item, as a judgment that quality finds where it finds all judgments; nobody is paid for it. */
  @Transactional
  public Judgment judgeAsAdjudicator(AccountId adjudicator, ProjectId project, ItemId itemId, Answers canonical, String reason) {
    var item = items.find(itemId).orElseThrow(() -> new NotFound("item"));
    var guideline = guidelines.current(project).orElseThrow(() -> new NotFound("guideline"));
    var violations = guideline.rubric().check(canonical, item.texts());
    if (!violations.isEmpty()) throw new AnswerIncomplete(violations);
    var now = java.time.Instant.now();
    var judgment = new Judgment(
        JudgmentId.next(), project, itemId, null, adjudicator, Judgment.Role.ADJUDICATOR, canonical, null, reason,
        guideline.version(), unshuffled(item), new Money(0, "XXX"), 0, false, now, null, 0, null);
    judgments.add(judgment, Digest.of(canonical, null, reason, json), null);
    events.publishEvent(new Judgment.Ruled(judgment.id(), project, itemId, adjudicator, now));
    return judgment;
  }

  private void check(Lease lease, Answers answers) {
    var rubric = lease.asked(guidelines.version(lease.projectId(), lease.guidelineVersion()).rubric());
    var violations = rubric.check(answers, lease.item().texts(lease.shown()));
    if (!violations.isEmpty()) throw new AnswerIncomplete(violations);
  }

  static Optional<Invalid> fault(Submission submission) {
    var flag = submission.flag();
    if (submission.answers() == null && flag == null) {
      return Optional.of(new Invalid("answers", "There is neither an answer nor a flag here: answer the criteria, or flag the task and say why."));
    }
    if (submission.answers() != null && flag != null) {
      return Optional.of(new Invalid("flag", "A task is either answered or flagged, not both: send one of them."));
    }
    if (flag != null && (flag.category() == null || flag.note() == null || flag.note().isBlank())) {
      return Optional.of(new Invalid("flag.note", "A flag needs a category and a sentence that says what is the matter."));
    }
    if (tooLong(submission.note()) || flag != null && tooLong(flag.note())) {
      return Optional.of(new Invalid("note", "A note takes at most %d characters.".formatted(LONGEST_NOTE)));
    }
    return Optional.empty();
  }

  private static boolean tooLong(String note) {
    return note != null && note.length() > LONGEST_NOTE;
  }

  private static int[] unshuffled(Item item) {
    return IntStream.range(0, item.responses().size()).toArray();
  }
}
