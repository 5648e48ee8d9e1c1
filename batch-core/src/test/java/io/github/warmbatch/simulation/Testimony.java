package io.github.warmbatch.simulation;

/** What the invariants want to know of a process. */
final class Testimony {
  private boolean excused;
  private boolean nothingLeftAtClaim;
  private boolean claimed;
  private boolean misledAfterClaim;
  private long seenHead;

  /** The storage failed it, so that it may end with an error. */
  void excuse() {
    excused = true;
  }

  boolean isExcused() {
    return excused;
  }

  /** It asked for a job while there was, or was not, anything left to do. */
  void claims(boolean nothingLeft) {
    claimed = true;
    nothingLeftAtClaim = nothingLeft;
    misledAfterClaim = false;
  }

  /** It read a lineage with this head, while the true one was another, maybe. */
  void reads(long head, boolean stale) {
    seenHead = head;
    misledAfterClaim |= claimed && stale;
    claimed = false;
  }

  long seenHead() {
    return seenHead;
  }

  /** Whether it may say that there is nothing left to do. */
  boolean maySayDrained() {
    return nothingLeftAtClaim || misledAfterClaim;
  }
}
