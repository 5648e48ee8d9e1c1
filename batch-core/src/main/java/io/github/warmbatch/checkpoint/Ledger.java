package io.github.warmbatch.checkpoint;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The last verdict on each of many things, which can be continued without copying all of it: what
 * was decided long ago is shared by a ledger and those that continue it, and never changed; only
 * what was decided recently is copied. Immutable once it belongs to a lineage.
 *
 * @param <K> what is judged
 */
final class Ledger<K> {
  private static final int RECENT = 256;

  private final Map<K, Verdict> settled;

  /** By key, null for a verdict that was withdrawn. */
  private final Map<K, @Nullable Verdict> recent;

  /** A ledger without a verdict. */
  Ledger() {
    settled = new HashMap<>();
    recent = new HashMap<>();
  }

  /** A ledger that goes on from another, which stays as it is. */
  Ledger(Ledger<K> before) {
    boolean settle = before.recent.size() > RECENT;
    settled = settle ? before.all() : before.settled;
    recent = settle ? new HashMap<>() : new HashMap<>(before.recent);
  }

  /** This ledger in the shape that is cheapest to continue. */
  Ledger<K> toContinue() {
    return recent.size() > RECENT ? new Ledger<>(this) : this;
  }

  /** The last verdict on something. */
  Optional<Verdict> get(K key) {
    return Optional.ofNullable(recent.containsKey(key) ? recent.get(key) : settled.get(key));
  }

  /** Judges something, whatever was said before. */
  void put(K key, Verdict verdict) {
    recent.put(key, verdict);
  }

  /** Withdraws what was said about something. */
  void remove(K key) {
    recent.put(key, null);
  }

  /** A copy of all verdicts. */
  Map<K, Verdict> all() {
    Map<K, Verdict> all = new HashMap<>(settled);
    recent.forEach(
        (key, verdict) -> {
          if (verdict == null) {
            all.remove(key);
          } else {
            all.put(key, verdict);
          }
        });
    return all;
  }
}
