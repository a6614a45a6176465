package org.touchstone.platform.quality;

import java.time.Instant;
import org.touchstone.platform.guideline.Answers;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ItemId;
import org.touchstone.platform.shared.ProjectId;

/**
 * The known answer of an item, in the item's own order, and why it is the answer.
 *
 * @param guidelineVersion the version it was given under
 * @param era the breaking version since which it holds, until the next one
 */
public record Gold(
    ItemId itemId, ProjectId projectId, Answers answers, String explanation, int guidelineVersion, int era, AccountId madeBy, Instant madeAt) {}
