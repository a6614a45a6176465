package org.touchstone.platform.shared;

import java.util.Currency;

/**
 * An amount in the smallest unit of its currency.
 *
 * @param minor cents or their like; may be negative where money flows back
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) {
  public Money {
    Currency.getInstance(currency);
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }
}
