package org.touchstone.platform.task;

import java.util.Set;
import org.touchstone.platform.shared.ItemId;

/**
 * What became of a batch of new items.
 *
 * @param imported how many are new
 * @param duplicates how many were there already by their external id
 * @param ids the new ones
 */
public record Added(int imported, int duplicates, Set<ItemId> ids) {}
