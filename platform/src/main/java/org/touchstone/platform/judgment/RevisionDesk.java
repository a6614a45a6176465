package org.touchstone.platform.judgment;

import java.time.Clock;
import java.util.Arrays;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;
import tools.jackson.databind.json.JsonMapper;

/** Where what was said is said anew: under the version and in the order it was first judged, and what was said before is kept. */
@Service
public class RevisionDesk {
  /** What there is to judge again: the same item, and the same questions. */
  public record Form(Item item, Rubric rubric) {}

  private final Guidelines guidelines;
  private final Judgments judgments;
  private final Items items;
  private final ApplicationEventPublisher events;
  private final Clock clock;
  private final JsonMapper json;

  RevisionDesk(Guidelines guidelines, Judgments judgments, Items items, ApplicationEventPublisher events, Clock clock, JsonMapper json) {
    this.guidelines = guidelines;
    this.judgments = judgments;
    this.items = items;
    this.events = events;
    this.clock = clock;
    this.json = json;
  }

  public Form form(Judgment judgment) {
    var item = items.find(judgment.itemId()).orElseThrow(() -> new NotFound("judgment"));
    var rubric = guidelines.version(judgment.projectId(), judgment.guidelineVersion()).rubric();
    return new Form(item, judgment.leaseId() == null ? rubric : rubric.drawn(judgment.leaseId().value()));
  }

  /** Saying the same again changes nothing. The caller holds the judgment's lock and has seen that it may be revised. */
  @Transactional
  public Judgment revise(Judgment judgment, Submission submission) {
    JudgmentDesk.fault(submission).ifPresent(fault -> { throw fault; });
    if (submission.answers() == null) throw new Invalid("flag", "A revision answers the questions; what cannot be answered is flagged before it is handed in.");
    var form = form(judgment);
    var violations = form.rubric().check(submission.answers(), form.item().texts(judgment.shown()));
    if (!violations.isEmpty()) throw new AnswerIncomplete(violations);
    var said = judgments.stored(judgment.id()).orElseThrow();
    var canonical = submission.answers().toCanonical(judgment.shown());
    var digest = Digest.of(canonical, null, submission.note(), json);
    if (Arrays.equals(said.digest(), digest)) return said.judgment();
    var after = said.judgment().saying(canonical, submission.note());
    judgments.revise(after, digest);
    events.publishEvent(new Judgment.Revised(after.id(), after.projectId(), after.itemId(), clock.instant()));
    return after;
  }
}
