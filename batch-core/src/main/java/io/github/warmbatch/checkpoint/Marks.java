package io.github.warmbatch.checkpoint;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** What all marks up to one of them come to. Immutable. */
final class Marks {
  /** Nothing said yet. */
  static final Marks NONE = new Marks(0, List.of(), new Retention(new BitSet(), new BitSet()));

  private final long sequence;
  private final List<Promotion> promotions;
  private final Retention retention;

  private Marks(long sequence, List<Promotion> promotions, Retention retention) {
    this.sequence = sequence;
    this.promotions = promotions;
    this.retention = retention;
  }

  /** These and more, in their order. */
  Marks with(List<Mark> next) {
    if (next.isEmpty()) {
      return this;
    }
    List<Promotion> promoted = new ArrayList<>(promotions);
    BitSet pinned = retention.pinnedBits();
    BitSet pruned = retention.prunedBits();
    for (Mark mark : next) {
      switch (mark.kind()) {
        case PROMOTE -> promoted.add(mark.promotion());
        case PIN -> mark.numbers().forEach(number -> pinned.set(number.intValue()));
        case UNPIN -> mark.numbers().forEach(number -> pinned.clear(number.intValue()));
        case PRUNE -> mark.numbers().forEach(number -> pruned.set(number.intValue()));
      }
    }
    long last = next.get(next.size() - 1).sequence();
    return new Marks(last, promoted, new Retention(pinned, pruned));
  }

  /** How many there were. */
  long sequence() {
    return sequence;
  }

  Retention retention() {
    return retention;
  }

  /** The last promotion of a number that the lineage has, not abandoned and not given up. */
  Optional<Promotion> champion(Lineage lineage) {
    for (int i = promotions.size() - 1; i >= 0; i--) {
      long number = promotions.get(i).number();
      if (number <= lineage.head() && !lineage.isAbandoned(number) && !retention.isPruned(number)) {
        return Optional.of(promotions.get(i));
      }
    }
    return Optional.empty();
  }
}
