package org.touchstone.platform.adjudication.web;

import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.identity.Caller;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Page;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.Items;
import org.touchstone.platform.task.TaskDesk;

/** The items of a project for those who run it. */
@RestController
@RequestMapping("/api/v1/projects/{project}/items")
@Tag(name = "items", description = "Items, their tasks and gold")
class ItemController {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  record Change(@Nullable Integer wanted, @Nullable Integer priority) {}

  record GoldBody(@Nullable Answers answers, @Nullable String explanation) {}

  private final Items items;
  private final ItemViews views;
  private final TaskDesk tasks;
  private final GoldDesk golds;
  private final Roles roles;
  private final Audit audit;

  ItemController(Items items, ItemViews views, TaskDesk tasks, GoldDesk golds, Roles roles, Audit audit) {
    this.items = items;
    this.views = views;
    this.tasks = tasks;
    this.golds = golds;
    this.roles = roles;
    this.audit = audit;
  }

  /** @param q part of the prompt or of the external id */
  @GetMapping
  Page<ItemViews.ListedItem> list(Caller caller, @PathVariable ProjectId project, @RequestParam(required = false) ItemViews.State state,
      @RequestParam(required = false) String q, @RequestParam(required = false) ItemId cursor, @RequestParam(required = false) Integer limit) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    int most = limit == null ? USUAL : Math.clamp(limit, 1, MOST);
    var query = new Items.Query(state == null ? null : state == ItemViews.State.COMPLETE, q == null || q.isBlank() ? null : q.strip(), cursor, most);
    var page = Page.cut(items.list(project, query), most, row -> row.item().id().toString());
    return new Page<>(views.listed(page.items()), page.nextCursor());
  }

  @GetMapping("/{item}")
  ItemViews.ItemView item(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item) {
    roles.require(caller, project, Role.LEAD, Role.MANAGER, Role.ENGINEER);
    return views.view(find(project, item));
  }

  @PatchMapping("/{item}")
  ItemViews.ItemView change(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item, @RequestBody Change change) {
    roles.require(caller, project, Role.MANAGER);
    var found = find(project, item);
    tasks.change(project, item, change.wanted(), change.priority());
    var detail = new HashMap<String, Object>();
    if (change.wanted() != null) detail.put("wanted", change.wanted());
    if (change.priority() != null) detail.put("priority", change.priority());
    audit.record(caller.id(), project, "item.changed", item.toString(), detail);
    return views.view(found);
  }

  /** @param from how many judgments the items to change ask for now; @param to how many they are to ask for */
  record WantedBody(@Nullable Integer from, @Nullable Integer to) {}

  record Widened(int changed) {}

  /** Another number of judgments for all items that ask for a certain one, also after the first judgment. */
  @PutMapping("/wanted")
  Widened wanted(Caller caller, @PathVariable ProjectId project, @RequestBody WantedBody body) {
    roles.require(caller, project, Role.MANAGER);
    if (body.from() == null || body.to() == null) throw new Invalid("to", "Say which number of judgments is to become which.");
    int changed = tasks.changeAll(project, body.from(), body.to());
    audit.record(caller.id(), project, "items.wanted", project.toString(), Map.of("from", body.from(), "to", body.to(), "items", changed));
    return new Widened(changed);
  }

  @PutMapping("/{item}/gold")
  ItemViews.ItemView makeGold(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item, @RequestBody GoldBody gold) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    var found = find(project, item);
    if (gold.answers() == null) throw new Invalid("answers", "Gold needs a known answer to one criterion at least.");
    golds.make(project, caller.id(), item, gold.answers(), gold.explanation());
    return views.view(found);
  }

  @DeleteMapping("/{item}/gold")
  ItemViews.ItemView withdrawGold(Caller caller, @PathVariable ProjectId project, @PathVariable ItemId item) {
    roles.require(caller, project, Role.MANAGER, Role.LEAD);
    var found = find(project, item);
    golds.withdraw(project, caller.id(), item);
    return views.view(found);
  }

  private Item find(ProjectId project, ItemId item) {
    return items.find(item).filter(found -> found.projectId().equals(project)).orElseThrow(() -> new NotFound("item"));
  }
}
