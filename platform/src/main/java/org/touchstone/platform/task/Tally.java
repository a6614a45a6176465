package org.touchstone.platform.task;

import org.touchstone.platform.shared.Money;

/** What a rater did in a project today, by their own day. */
public record Tally(int count, Money earned) {
  Tally plus(Money price) {
    return new Tally(count + 1, earned.plus(price));
  }
}
