package io.github.warmbatch.checkpoint;

import java.util.BitSet;
import java.util.List;

/** Which states are kept for good, and which were given up. Immutable. */
public final class Retention {
  private final BitSet pinned;
  private final BitSet pruned;

  /** Takes what it is given, which must not be used any more. */
  Retention(BitSet pinned, BitSet pruned) {
    this.pinned = pinned;
    this.pruned = pruned;
  }

  /** Whether the state of this number is kept until it is unpinned. */
  public boolean isPinned(long number) {
    return has(pinned, number);
  }

  /**
   * Whether the state of this number was given up for good: its file is gone, or may go at any
   * time. A state that is gone without having been given up is damage.
   */
  public boolean isPruned(long number) {
    return has(pruned, number);
  }

  /** The pinned numbers, ascending. */
  public List<Long> pinned() {
    return pinned.stream().mapToObj(number -> (long) number).toList();
  }

  /** The numbers whose states were given up, ascending. */
  public List<Long> pruned() {
    return pruned.stream().mapToObj(number -> (long) number).toList();
  }

  /** A copy. */
  BitSet pinnedBits() {
    return (BitSet) pinned.clone();
  }

  /** A copy. */
  BitSet prunedBits() {
    return (BitSet) pruned.clone();
  }

  private static boolean has(BitSet numbers, long number) {
    return number > 0 && number <= Integer.MAX_VALUE && numbers.get((int) number);
  }
}
