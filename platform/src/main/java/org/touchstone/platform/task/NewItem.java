package org.touchstone.platform.task;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.touchstone.platform.shared.ItemId;

/**
 * An item on its way in.
 *
 * @param id made by whoever brings it, so that gold can be attached without asking back
 * @param externalId the bringer's own name for it; an item whose name is known already is not added again
 * @param wanted how many judgments it asks for, null for the project's default
 */
public record NewItem(
    ItemId id,
    @Nullable String externalId,
    String prompt,
    @Nullable String context,
    List<Item.Turn> conversation,
    List<Item.Response> responses,
    @Nullable Integer wanted,
    @Nullable Integer priority) {

  public NewItem {
    conversation = conversation == null ? List.of() : List.copyOf(conversation);
    responses = List.copyOf(responses);
  }
}
