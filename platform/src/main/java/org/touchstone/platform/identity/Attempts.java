package org.touchstone.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Slows down the guessing of passwords: ten tries, then one every thirty seconds, for each address and e-mail together. */
@Component
class Attempts {
  private static final int TRIES = 10;
  private static final Duration REFILL = Duration.ofMinutes(5);

  private final Cache<String, Bucket> buckets = Caffeine.newBuilder().expireAfterAccess(REFILL.multipliedBy(2)).maximumSize(100_000).build();

  void take(String address, String email) {
    var bucket = buckets.get(key(address, email), key ->
        Bucket.builder().addLimit(limit -> limit.capacity(TRIES).refillGreedy(TRIES, REFILL)).build());
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) throw new TooManyAttempts(Duration.ofNanos(probe.getNanosToWaitForRefill()));
  }

  void forgive(String address, String email) {
    buckets.invalidate(key(address, email));
  }

  private static String key(String address, String email) {
    return address + " " + email.strip().toLowerCase(Locale.ROOT);
  }
}
