package org.touchstone.platform.quality;

import org.jspecify.annotations.Nullable;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;

/**
 * An estimate as it is sent out: a value with its interval, or the reason why there is none.
 *
 * @param because one plain sentence, set where and only where there is no value
 */
public record EstimateView(@Nullable Double value, @Nullable Double low, @Nullable Double high, long n, @Nullable String because) {
  public static EstimateView of(Estimate estimate) {
    return switch (estimate) {
      case Estimate.Known known -> new EstimateView(known.value(), known.interval().map(Interval::low).orElse(null),
          known.interval().map(Interval::high).orElse(null), known.n(), null);
      case Estimate.Undefined undefined -> new EstimateView(null, null, null, 0, undefined.because());
    };
  }
}
