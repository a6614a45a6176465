package org.touchstone.statistics.drift;

import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Provenance;

/**
 * Page and Hinkley's test for a rise of the mean of any numeric sequence, such as seconds a judgment or distance to
 * the consensus. It needs no good rate beforehand: the mean so far serves. Without one it is slower than {@link
 * Cusum} and, as the mean settles only slowly, false alarms are likelier early; {@code warmUp} observations are
 * therefore never alarmed on.
 *
 * <pre>m_t = Σ (x_i − x̄_i − δ),   alarm when m_t − min m &gt; λ</pre>
 *
 * @param tolerance δ, a rise too small to matter
 * @param threshold λ, the height of the alarm
 * @param warmUp observations before the first alarm
 */
public record PageHinkley(double tolerance, double threshold, int warmUp) {
  public PageHinkley {
    if (!(tolerance >= 0)) throw new IllegalArgumentException("a tolerance is not negative, got " + tolerance);
    if (!(threshold > 0)) throw new IllegalArgumentException("a threshold is positive, got " + threshold);
    if (warmUp < 1) throw new IllegalArgumentException("a warm-up is at least 1, got " + warmUp);
  }

  /** For observations with a standard deviation of one: half of it tolerated, an alarm at ten of them. */
  public static PageHinkley standard() {
    return new PageHinkley(0.5, 10, 30);
  }

  public Optional<Alarm> firstAlarm(double[] values) {
    double mean = 0;
    double sum = 0;
    double least = 0;
    int since = 0;
    for (int t = 0; t < values.length; t++) {
      if (!Double.isFinite(values[t])) throw new IllegalArgumentException("observation " + t + " is " + values[t]);
      mean += (values[t] - mean) / (t + 1);
      sum += values[t] - mean - tolerance;
      if (sum <= least) {
        least = sum;
        since = t + 1;
      }
      if (t >= warmUp && sum - least > threshold) return Optional.of(new Alarm(t, since, sum - least, provenance(t + 1L)));
    }
    return Optional.empty();
  }

  /** What an alarm says of itself, for a sequence of so many observations that raised none. */
  public Provenance provenance(long read) {
    return Provenance.of("page-hinkley", Map.of("tolerance", Double.toString(tolerance), "threshold", Double.toString(threshold), "warmUp", Integer.toString(warmUp)), read);
  }
}
