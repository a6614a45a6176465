package org.touchstone.platform.shared;

import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * An amount in the smallest unit of its currency.
 *
 * @param minor cents or their like; may be negative where money flows back
 * @param currency ISO 4217 code
 */
public record Money(long minor, String currency) {
  public Money {
    if (!isKnown(currency)) {
      throw new Invalid("currency", "'%s' is no currency: use the three letters of ISO 4217, such as USD or EUR.".formatted(currency == null ? "" : currency));
    }
  }

  private static boolean isKnown(@Nullable String currency) {
    try {
      return currency != null && Currency.getInstance(currency) != null;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  public Money plus(Money other) {
    if (!currency.equals(other.currency)) throw new IllegalArgumentException("cannot add " + other.currency + " to " + currency);
    return new Money(Math.addExact(minor, other.minor), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minor), currency);
  }
}
