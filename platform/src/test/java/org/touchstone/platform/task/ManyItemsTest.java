package org.touchstone.platform.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.touchstone.platform.PlatformTest;
import org.touchstone.platform.Workplace;
import org.touchstone.platform.World;
import org.touchstone.platform.identity.Role;
import org.touchstone.platform.identity.Roles;
import org.touchstone.platform.project.Settings;

/** A project of a hundred thousand items is listed as quickly as one of a hundred. */
@PlatformTest
@Import(Workplace.class)
class ManyItemsTest {
  private static final int MANY = 100_000;
  /** Rows that a page of fifty may touch; the list itself has a hundred thousand. */
  private static final int BOUND = 1_000;

  @Autowired Workplace workplace;
  @Autowired World world;
  @Autowired Roles roles;
  @LocalServerPort int port;

  @Test
  void aPageOfAHundredThousandItemsReadsAPageAndNotTheList() {
    var project = workplace.project(new Settings(1, 0, 30, Settings.Routing.OPEN)).id();
    workplace.jdbc().sql("""
        with made as (insert into task_item (id, project_id, external_id, prompt, responses, response_count)
          select gen_random_uuid(), :project, 'x-' || n, 'Question ' || n, '["one","two"]', 2 from generate_series(1, :many) n returning id)
        insert into task_task (id, project_id, item_id, wanted) select gen_random_uuid(), :project, id, 1 from made""")
        .param("project", project.value()).param("many", MANY).update();
    workplace.jdbc().sql("analyze task_item").update();
    workplace.jdbc().sql("analyze task_task").update();
    var lead = world.person("Lead");
    roles.grant(lead.id(), project, Role.LEAD);
    var visitor = world.visitor(port, lead);
    String at = "/api/v1/projects/" + project + "/items?limit=50";
    var first = visitor.get(at).ok();
    var second = visitor.get(at + "&cursor=" + first.path("nextCursor").asString()).ok();
    assertThat(first.path("items")).hasSize(50);
    assertThat(second.path("items")).hasSize(50);
    assertThat(second.at("/items/0/id").asString()).isGreaterThan(first.at("/items/49/id").asString());

    var plan = new ArrayList<String>();
    workplace.jdbc().sql("""
        explain (analyze, timing off, summary off) select i.*, t.id from task_item i join task_task t on t.item_id = i.id
        where i.project_id = :project and i.id > :after order by i.id limit 51""")
        .param("project", project.value()).param("after", java.util.UUID.fromString(first.path("nextCursor").asString()))
        .query((row, n) -> plan.add(row.getString(1))).list();
    assertThat(plan).as("the plan of a page").noneMatch(line -> line.contains("Seq Scan"));
    for (String line : plan) {
      var rows = java.util.regex.Pattern.compile("actual rows=(\\d+)").matcher(line);
      if (rows.find()) assertThat(Integer.parseInt(rows.group(1))).as(line).isLessThan(BOUND);
    }
  }
}
