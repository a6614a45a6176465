package org.touchstone.platform.task;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.Audit;
import org.touchstone.platform.shared.Conflict;
import org.touchstone.platform.shared.Invalid;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.NotFound;
import org.touchstone.platform.shared.Problem.Fault;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.shared.Sql;

/** Where it is said which work asks what of its raters, and which item goes where and is due when. */
@Service
public class LaneDesk {
  private static final int MOST = 50;

  /** Where an item goes; null leaves the open lane, or no date. */
  public record Place(@Nullable String lane, @Nullable Instant dueAt) {}

  private final Lanes lanes;
  private final PlaceMarks marks;
  private final Audit audit;
  private final JdbcClient jdbc;

  LaneDesk(Lanes lanes, PlaceMarks marks, Audit audit, JdbcClient jdbc) {
    this.lanes = lanes;
    this.marks = marks;
    this.audit = audit;
    this.jdbc = jdbc;
  }

  /** A lane by the name a file gives it. */
  public Optional<Lane> named(ProjectId project, String name) {
    return lanes.of(project).stream().filter(lane -> lane.name().equalsIgnoreCase(name.strip())).findFirst();
  }

  @Transactional
  public Lane make(AccountId actor, ProjectId project, String name, Lane.Ask ask) {
    var there = lanes.hold(project, true);
    if (there.size() >= MOST) throw new Conflict("A project has at most %d lanes: change one, or remove one that is empty.".formatted(MOST));
    var lane = checked(new Lane(there.stream().mapToInt(Lane::number).max().orElse(0) + 1, name == null ? "" : name.strip(), ask), there);
    lanes.insert(project, lane);
    audit.record(actor, project, "lane.made", Integer.toString(lane.number()), Map.of("lane", lane));
    return lane;
  }

  @Transactional
  public Lane change(AccountId actor, ProjectId project, int number, String name, Lane.Ask ask) {
    var there = lanes.hold(project, true);
    find(there, number);
    var lane = checked(new Lane(number, name == null ? "" : name.strip(), ask), there);
    lanes.update(project, lane);
    audit.record(actor, project, "lane.changed", Integer.toString(number), Map.of("lane", lane));
    return lane;
  }

  /** Only an empty lane goes: what it asked must not fall away from the work in it unseen. */
  @Transactional
  public void remove(AccountId actor, ProjectId project, int number) {
    var lane = find(lanes.hold(project, true), number);
    long inside = jdbc.sql("select count(*) from task_task where project_id = :project and lane = :lane")
        .param("project", project.value()).param("lane", number).query(Long.class).single();
    if (inside > 0) {
      throw new Conflict("“%s” holds %d item%s: move them to another lane first.".formatted(lane.name(), inside, inside == 1 ? "" : "s"));
    }
    lanes.delete(project, number);
    audit.record(actor, project, "lane.removed", Integer.toString(number), Map.of("name", lane.name()));
  }

  /** Puts items into lanes and says when they are due; a lane's name that is not known is a fault of that item. */
  @Transactional
  public void place(ProjectId project, Map<ItemId, Place> places) {
    if (places.isEmpty()) return;
    var numbers = lanes.hold(project, false).stream().collect(Collectors.toMap(lane -> lane.name().toLowerCase(Locale.ROOT), Lane::number));
    var wrong = new HashMap<String, Fault>();
    places.values().forEach(place -> {
      if (place.lane() != null && !numbers.containsKey(place.lane().strip().toLowerCase(Locale.ROOT))) wrong.computeIfAbsent(place.lane(), lane -> new Fault("lane", unknown(lane)));
    });
    if (!wrong.isEmpty()) throw new Invalid(List.copyOf(wrong.values()));
    var ids = new ArrayList<String>();
    var into = new ArrayList<Integer>();
    var due = new ArrayList<@Nullable String>();
    places.forEach((item, place) -> {
      ids.add(item.toString());
      into.add(place.lane() == null ? Lane.OPEN : numbers.get(place.lane().strip().toLowerCase(Locale.ROOT)));
      due.add(place.dueAt() == null ? null : place.dueAt().toString());
    });
    jdbc.sql("""
        update task_task t set lane = p.lane, due_at = p.due
        from unnest(cast(:items as uuid[]), cast(:lanes as int[]), cast(:due as timestamptz[])) as p (item_id, lane, due)
        where t.item_id = p.item_id and t.project_id = :project""")
        .param("project", project.value()).param("items", ids.toArray(String[]::new))
        .param("lanes", into.toArray(Integer[]::new)).param("due", due.toArray(String[]::new)).update();
    marks.forget(project);
  }

  /** Where the one item goes, and when it is due. */
  @Transactional
  public void move(AccountId actor, ProjectId project, ItemId item, int lane, @Nullable Instant dueAt) {
    if (lane != Lane.OPEN) find(lanes.hold(project, false), lane);
    int moved = jdbc.sql("update task_task set lane = :lane, due_at = :due where item_id = :item and project_id = :project")
        .param("lane", lane).param("due", Sql.time(dueAt)).param("item", item.value()).param("project", project.value()).update();
    if (moved == 0) throw new NotFound("item");
    audit.record(actor, project, "item.routed", item.toString(), Map.of("lane", lane, "due", dueAt == null ? "none" : dueAt.toString()));
    marks.forget(project);
  }

  public static String unknown(String lane) {
    return "This project has no lane “%s”: make it under Routing, or correct the name.".formatted(lane.length() > 60 ? lane.substring(0, 60) + "…" : lane);
  }

  private static Lane checked(Lane lane, List<Lane> there) {
    var faults = new ArrayList<Fault>();
    if (lane.name().isEmpty() || lane.name().length() > 60) faults.add(new Fault("name", "Give the lane a name of at most 60 characters."));
    if (there.stream().anyMatch(other -> other.number() != lane.number() && other.name().equalsIgnoreCase(lane.name()))) {
      faults.add(new Fault("name", "Another lane has this name already."));
    }
    var ask = lane.ask();
    if (ask.isNothing()) faults.add(new Fault("ask", "A lane asks for something: a language, a skill, something passed, or a measured agreement."));
    if (ask.language() != null && ask.language().length() > 100) faults.add(new Fault("language", "A language has at most 100 characters."));
    if (ask.skill() != null && ask.skill().length() > 100) faults.add(new Fault("skill", "A skill has at most 100 characters."));
    if (ask.goldAtLeast() != null && !(ask.goldAtLeast() >= 0.05 && ask.goldAtLeast() <= 0.95)) {
      faults.add(new Fault("goldAtLeast", "The agreement asked for lies between 0.05 and 0.95: nobody's whole interval reaches 1."));
    }
    if (!faults.isEmpty()) throw new Invalid(faults);
    return lane;
  }

  private static Lane find(List<Lane> there, int number) {
    return there.stream().filter(lane -> lane.number() == number).findFirst().orElseThrow(() -> new NotFound("lane"));
  }
}
