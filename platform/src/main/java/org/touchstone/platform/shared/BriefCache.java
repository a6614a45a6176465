package org.touchstone.platform.shared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers look-ups that every request repeats, for so short a time that another node's change is seen soon; a change in
 * this process is seen at once, and by others only when it is committed.
 */
public final class BriefCache<K, V> {
  private final Cache<K, V> cache;
  private final Function<K, V> load;

  public BriefCache(Duration life, int size, Function<K, V> load) {
    this.cache = Caffeine.newBuilder().expireAfterWrite(life).maximumSize(size).build();
    this.load = load;
  }

  public static <K, V> BriefCache<K, V> ofSeconds(int seconds, Function<K, V> load) {
    return new BriefCache<>(Duration.ofSeconds(seconds), 50_000, load);
  }

  /** Loads outside the cache's own lock, so that slow SQL holds up nobody but the one who asked. */
  public V get(K key) {
    var changed = changedHere();
    if (changed != null && changed.contains(key)) return load.apply(key);
    V known = cache.getIfPresent(key);
    if (known != null) return known;
    V loaded = load.apply(key);
    cache.put(key, loaded);
    return loaded;
  }

  /** Says that the row was changed: this transaction reads past the cache, and everybody reads anew after it. */
  public void forget(K key) {
    cache.invalidate(key);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
    var changed = changedHere();
    if (changed == null) {
      changed = new HashSet<>();
      TransactionSynchronizationManager.bindResource(this, changed);
      TransactionSynchronizationManager.registerSynchronization(new AtTheEnd(changed));
    }
    changed.add(key);
  }

  /** Says that rows were changed whose keys the caller does not have: everybody reads them anew once this is committed. */
  public void forgetWhere(Predicate<V> changed) {
    cache.asMap().values().removeIf(changed);
    if (!TransactionSynchronizationManager.isSynchronizationActive()) return;
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCompletion(int status) {
        cache.asMap().values().removeIf(changed);
      }
    });
  }

  @SuppressWarnings("unchecked")
  private Set<K> changedHere() {
    return (Set<K>) TransactionSynchronizationManager.getResource(this);
  }

  private final class AtTheEnd implements TransactionSynchronization {
    private final Set<K> changed;

    AtTheEnd(Set<K> changed) {
      this.changed = changed;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResourceIfPossible(BriefCache.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(BriefCache.this, changed);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(BriefCache.this);
      cache.invalidateAll(changed);
    }
  }
}
