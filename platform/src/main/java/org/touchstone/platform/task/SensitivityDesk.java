package org.touchstone.platform.task;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** Where it is said which items carry troubling content; leases taken from then on are covered. */
@Service
public class SensitivityDesk {
  private final JdbcClient jdbc;
  private final PlaceMarks marks;

  SensitivityDesk(JdbcClient jdbc, PlaceMarks marks) {
    this.jdbc = jdbc;
    this.marks = marks;
  }

  @Transactional
  public void mark(ProjectId project, Map<ItemId, Sensitivity> kinds) {
    if (kinds.isEmpty()) return;
    jdbc.sql("""
        update task_task t set sensitive = k.kind
        from unnest(cast(:items as uuid[]), cast(:kinds as text[])) as k (item_id, kind)
        where t.item_id = k.item_id and t.project_id = :project""")
        .param("project", project.value())
        .param("items", kinds.keySet().stream().map(ItemId::toString).toArray(String[]::new))
        .param("kinds", kinds.values().stream().map(Sensitivity::name).toArray(String[]::new)).update();
  }

  /** @param kind null when the item turned out to be harmless; @return whether the project has this item */
  @Transactional
  public boolean mark(ProjectId project, ItemId item, @Nullable Sensitivity kind) {
    int rows = jdbc.sql("update task_task set sensitive = :kind where item_id = :item and project_id = :project")
        .param("project", project.value()).param("item", item.value()).param("kind", kind == null ? null : kind.name()).update();
    marks.forget(project);
    return rows == 1;
  }
}
