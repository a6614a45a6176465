package org.touchstone.platform.task.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.guideline.Guidelines;
import org.touchstone.platform.guideline.Rubric;
import org.touchstone.platform.project.Projects;
import org.touchstone.platform.shared.LeaseId;
import org.touchstone.platform.shared.Money;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Draft;
import org.touchstone.platform.task.DraftDesk;
import org.touchstone.platform.task.Exposure;
import org.touchstone.platform.task.Sensitivity;
import org.touchstone.platform.task.Empty;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Lease;
import org.touchstone.platform.task.Tally;
import org.touchstone.platform.task.Work;

/**
 * All that a rater's screen needs, and nothing by which one task could be told from another: no item or task id, no names
 * of models, no order of arrival, no priority.
 */
public record LeaseView(
    LeaseId id, ProjectId projectId, String projectName, ShownItem item, int guidelineVersion, Rubric rubric, Money price,
    Instant leasedAt, Instant expiresAt, Instant serverTime, @Nullable DraftView draft, Lease.State state, @Nullable Cover cover) {

  private static final ShownItem NOTHING = new ShownItem("", null, List.of(), null);

  /** What lies over a sensitive item until its rater lifts it; until then the item stands here empty. */
  public record Cover(Sensitivity category, boolean opened, int today, int limit) {}

  /** The item as this rater sees it, responses in the order drawn for this lease. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ShownItem(String prompt, @Nullable String context, List<ShownResponse> responses, @Nullable List<Item.Turn> conversation) {}

  /** @param steps where the rubric asks about them; @param output what running its code printed */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record ShownResponse(String text, @Nullable List<String> steps, @Nullable String output) {}

  public record DraftView(Answers answers, Draft.@Nullable Aside aside, int revision, Instant savedAt) {
    static DraftView of(Lease lease, Draft draft) {
      var shown = DraftDesk.asShown(lease, draft);
      return new DraftView(shown.answers(), shown.aside(), shown.revision(), shown.savedAt());
    }
  }

  /** The answer to 'what next'; {@code ahead} is the task after it, for those who asked for it, where more than a few are left. */
  public record WorkView(@Nullable LeaseView lease, @Nullable LeaseView ahead, @Nullable Empty empty, Tally today) {}

  /** Turns leases into what raters see. */
  @Component
  public static class Views {
    private final Projects projects;
    private final Guidelines guidelines;
    private final Exposure exposure;

    Views(Projects projects, Guidelines guidelines, Exposure exposure) {
      this.projects = projects;
      this.exposure = exposure;
      this.guidelines = guidelines;
    }

    public WorkView of(Work work) {
      return new WorkView(work.lease() == null ? null : of(work.lease()), work.ahead() == null ? null : of(work.ahead()), work.empty(), work.today());
    }

    LeaseView of(Lease lease) {
      var item = lease.item();
      var rubric = lease.asked(guidelines.version(lease.projectId(), lease.guidelineVersion()).rubric());
      return new LeaseView(lease.id(), lease.projectId(), projects.find(lease.projectId()).name(),
          lease.isCovered() ? NOTHING : shown(item, lease.shown(), rubric), lease.guidelineVersion(), rubric, lease.price(),
          lease.leasedAt(), lease.expiresAt(), lease.at(), lease.draft() == null ? null : DraftView.of(lease, lease.draft()), lease.state(), cover(lease));
    }

    public ShownItem shown(Item item, int[] order, Rubric rubric) {
      var responses = Arrays.stream(order).mapToObj(own -> shown(item.responses().get(own), rubric)).toList();
      return new ShownItem(item.prompt(), item.context(), responses, item.conversation().isEmpty() ? null : item.conversation());
    }

    private @Nullable Cover cover(Lease lease) {
      if (lease.sensitive() == null) return null;
      var met = exposure.of(lease.projectId(), lease.raterId());
      return new Cover(lease.sensitive(), !lease.isCovered(), met.today(), met.limit());
    }

    private static ShownResponse shown(Item.Response response, Rubric rubric) {
      return new ShownResponse(response.text(), rubric.asksForSteps() ? response.inSteps() : null, response.output());
    }
  }
}
