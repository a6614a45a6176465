package org.touchstone.platform.task;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;
import org.touchstone.platform.trainer.Profiles;

/** Today's count and earnings of each rater, counted on in memory and read again from the leases every minute. */
@Component
class Tallies {
  private record Key(ProjectId project, AccountId rater, Instant since) {}

  private final Cache<Key, Tally> tallies =
      Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(Duration.ofMinutes(1)).build();
  private final Leases leases;

  private final Profiles profiles;

  Tallies(Leases leases, Profiles profiles) {
    this.profiles = profiles;
    this.leases = leases;
  }

  Tally of(ProjectId project, AccountId rater, String currency) {
    return tallies.get(key(project, rater, Instant.now()), key -> leases.since(key.since(), project, rater, currency));
  }

  /** Counts one more; to be called once the judgment is safe. */
  void count(Lease lease, Instant at) {
    tallies.asMap().computeIfPresent(key(lease.projectId(), lease.raterId(), at), (key, tally) -> tally.plus(lease.price()));
  }

  private Key key(ProjectId project, AccountId rater, Instant at) {
    return new Key(project, rater, profiles.day(rater).midnight(at));
  }
}
