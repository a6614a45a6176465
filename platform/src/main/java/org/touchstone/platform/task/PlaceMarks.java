package org.touchstone.platform.task;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.Arrays;
import org.springframework.stereotype.Component;
import org.touchstone.platform.shared.AccountId;
import org.touchstone.platform.shared.ProjectId;

/**
 * Where in the queue each rater last found work, so that nobody walks again past the thousands they have judged. Only a
 * hint, forgotten ten seconds after it was begun: places that open up before the mark are then found, and whoever finds
 * nothing behind the mark looks from the start at once.
 */
@Component
class PlaceMarks {
  static final long START = Long.MIN_VALUE;
  private static final Duration MEMORY = Duration.ofSeconds(10);

  private record Key(ProjectId project, AccountId rater, int lane) {}

  private final Cache<Key, Long> marks = Caffeine.newBuilder().maximumSize(100_000)
      .expireAfter(Expiry.<Key, Long>creating((key, mark) -> MEMORY)).build();

  /** The marks in the lanes open to a rater. */
  Leases.Reach of(ProjectId project, AccountId rater, Integer[] lanes) {
    var found = new Long[lanes.length];
    for (int i = 0; i < lanes.length; i++) {
      Long mark = marks.getIfPresent(new Key(project, rater, lanes[i]));
      found[i] = mark == null ? START : mark;
    }
    return new Leases.Reach(lanes, found);
  }

  static Leases.Reach fromTheStart(Integer[] lanes) {
    var marks = new Long[lanes.length];
    Arrays.fill(marks, START);
    return new Leases.Reach(lanes, marks);
  }

  void found(ProjectId project, AccountId rater, int lane, long place) {
    marks.put(new Key(project, rater, lane), place);
  }

  /** Forgets all marks of a project whose queue got new work or another order. */
  void forget(ProjectId project) {
    marks.asMap().keySet().removeIf(key -> key.project().equals(project));
  }
}
