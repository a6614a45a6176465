package org.touchstone.platform.demo;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.touchstone.platform.exchange.ImportDesk;
import org.touchstone.platform.exchange.ItemRow;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Items;

/** Brings the demonstration's items in and makes known answers of some. */
@Component
@ConditionalOnProperty(name = "touchstone.demo", havingValue = "true")
class DemoItems {
  private final ImportDesk imports;
  private final Items items;
  private final GoldDesk gold;

  DemoItems(ImportDesk imports, Items items, GoldDesk gold) {
    this.imports = imports;
    this.items = items;
    this.gold = gold;
  }

  void add(AccountId manager, ProjectId project, DemoContent content) {
    imports.add(manager, project, content.items().stream().map(DemoItems::row).toList());
  }

  Map<String, ItemId> ids(ProjectId project, DemoContent content) {
    return items.byExternalId(project, content.items().stream().map(DemoContent.DemoItem::externalId).toList());
  }

  void makeGold(AccountId manager, ProjectId project, DemoContent content) {
    var ids = ids(project, content);
    gold.make(project, manager, content.gold().stream()
        .map(one -> new GoldDesk.Known(ids.get(one.externalId()), one.answers(), one.explanation())).toList());
  }

  private static ItemRow row(DemoContent.DemoItem item) {
    var responses = item.responses().stream().map(response -> new ItemRow.Response(response.text(), response.model())).toList();
    return new ItemRow(item.externalId(), item.prompt(), item.context(), responses, null, null, null);
  }
}
