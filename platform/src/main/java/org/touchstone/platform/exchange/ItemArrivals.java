package org.touchstone.platform.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.touchstone.platform.quality.GoldDesk;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.task.Item;
import org.touchstone.platform.task.ItemDesk;
import org.touchstone.platform.task.LaneDesk;
import org.touchstone.platform.task.NewItem;
import org.touchstone.platform.task.Sensitivity;
import org.touchstone.platform.task.SensitivityDesk;

/** Hands items on to the rooms that keep them: the item itself, and what is known about its answer. */
@Component
class ItemArrivals {
  /** @param duplicates items whose external id the project knew already; neither they nor their gold change anything */
  record Arrived(int imported, int duplicates) {}

  private final ItemDesk items;
  private final GoldDesk gold;
  private final SensitivityDesk sensitivity;
  private final Images images;
  private final LaneDesk lanes;

  ItemArrivals(ItemDesk items, GoldDesk gold, SensitivityDesk sensitivity, Images images, LaneDesk lanes) {
    this.lanes = lanes;
    this.items = items;
    this.sensitivity = sensitivity;
    this.gold = gold;
    this.images = images;
  }

  /** The pictures that arriving items may show. */
  Pictures pictures(ProjectId project) {
    return new Pictures(images.names(project));
  }

  /** Knows the lanes that arriving items may go into. */
  Predicate<String> lanes(ProjectId project) {
    return name -> lanes.named(project, name).isPresent();
  }

  @Transactional
  public Arrived take(AccountId bringer, ProjectId project, List<ItemRow> rows) {
    var brought = new LinkedHashMap<ItemId, ItemRow>();
    rows.forEach(row -> brought.put(ItemId.next(), row));
    var added = items.add(project, brought.entrySet().stream().map(entry -> item(entry.getKey(), entry.getValue())).toList());
    var known = new ArrayList<GoldDesk.Known>();
    brought.forEach((id, row) -> {
      if (row.gold() != null && added.ids().contains(id)) known.add(new GoldDesk.Known(id, row.gold().answers(), row.gold().explanation()));
    });
    var kinds = new HashMap<ItemId, Sensitivity>();
    brought.forEach((id, row) -> {
      if (row.sensitive() != null && added.ids().contains(id)) kinds.put(id, row.sensitive());
    });
    sensitivity.mark(project, kinds);
    var places = new HashMap<ItemId, LaneDesk.Place>();
    brought.forEach((id, row) -> {
      if ((row.lane() != null || row.dueAt() != null) && added.ids().contains(id)) places.put(id, new LaneDesk.Place(row.lane(), row.dueAt()));
    });
    lanes.place(project, places);
    gold.make(project, bringer, known);
    return new Arrived(added.imported(), added.duplicates());
  }

  private static NewItem item(ItemId id, ItemRow row) {
    var responses = row.responses().stream().map(response -> new Item.Response(response.text(), response.model(), response.steps(), response.output())).toList();
    var turns = row.conversation().stream().map(turn -> new Item.Turn(turn.role(), turn.text())).toList();
    return new NewItem(id, row.externalId(), row.prompt(), row.context(), turns, responses, row.wanted(), row.priority());
  }
}
