package org.touchstone.platform.quality;

import java.time.Instant;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/** The known answer of an item, in the item's own order, and why it is the answer. */
public record Gold(ItemId itemId, ProjectId projectId, Answers answers, String explanation, AccountId madeBy, Instant madeAt) {}
