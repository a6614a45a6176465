package org.touchstone.platform.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a longer list.
 *
 * @param items the rows of this page
 * @param nextCursor where the next page begins, or null at the end
 */
public record Page<T>(List<T> items, @Nullable String nextCursor) {
  /** How many rows a page may have at most, whatever is asked. */
  public static int limit(int asked) {
    return Math.clamp(asked, 1, 200);
  }

  /** Cuts a result that was fetched with one row more than the limit. */
  public static <T> Page<T> cut(List<T> fetched, int limit, Function<T, String> cursor) {
    if (fetched.size() <= limit) return new Page<>(fetched, null);
    var items = fetched.subList(0, limit);
    return new Page<>(items, cursor.apply(items.getLast()));
  }

  public <R> Page<R> map(Function<T, R> change) {
    return new Page<>(items.stream().map(change).toList(), nextCursor);
  }
}
