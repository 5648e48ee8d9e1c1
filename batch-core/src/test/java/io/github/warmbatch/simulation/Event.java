package io.github.warmbatch.simulation;

import java.util.EnumSet;
import java.util.Set;

/** What can happen to the protocol. */
enum Event {
  /** A call reached the queue, and the caller does not learn it. */
  ANSWER_LOST,
  /** A call did not reach the queue. */
  NOT_DELIVERED,
  /** A call reached the queue twice. */
  DELIVERED_TWICE,
  /** A call reaches the queue when its caller has long given up. */
  DELIVERED_LATE,

  /** The lineage cannot be read. */
  READ_FAILED,
  /** The lineage read is an older one, though none older than what this process has seen. */
  STALE_READ,
  /** A commit fails before anything is published. */
  COMMIT_FAILED,
  /** A commit is done and denied. */
  LINK_DENIED,
  /** A commit is not done, and its outcome unknown. */
  LINK_LOST,
  /** A commit's outcome is unknown, and it lands later, if its number is free then. */
  LINK_LATE,

  /** A process is killed. */
  KILLED,
  /** A process stands still, its heartbeat too, and later goes on as if nothing had been. */
  FROZEN,
  /** One more process starts, maybe under the identity of one that runs. */
  JOINED,
  /** A process is told to stop after its job. */
  STOPPED,
  /** A process is told to stop at once. */
  STOPPED_NOW,
  /** Time passes, up to more than a lease. */
  TIME_PASSED,

  /** The queue loses all but its list. */
  SIDE_DATA_LOST,
  /** The queue is restored from an older snapshot. */
  RESTORED,

  /** Another data set is pushed. */
  PUSHED_NEW,
  /** A path is pushed a second time. */
  PUSHED_TWICE,
  /** Everything is pushed again. */
  PUSHED_AGAIN,
  /** A path is pushed in front of all others. */
  PUSHED_URGENT,
  /** A data set is pushed to be learned once more. */
  REPEAT_ASKED,
  /** An entry is pushed that can never be learned. */
  SPOILED,
  /** A bad file is replaced by a good one, and its dead letter requeued or its path pushed. */
  FIXED,
  /** A file is exported again, with other content, and pushed. */
  CHANGED,
  /** A file is removed. */
  DELETED,
  /** A dead letter is requeued as it is. */
  REQUEUED,

  /** A state's bytes change on the disk. */
  DAMAGED,
  /** An operator goes back and has the jobs done again. */
  ROLLED_BACK_TO_REQUEUE,
  /** An operator goes back and has the jobs skipped. */
  ROLLED_BACK_TO_SKIP;

  /** What can become of a call to the queue. */
  static final Set<Event> OF_QUEUE_CALLS = EnumSet.range(ANSWER_LOST, DELIVERED_LATE);

  /** What can become of reading the lineage. */
  static final Set<Event> OF_READS = EnumSet.range(READ_FAILED, STALE_READ);

  /** What can become of a commit. */
  static final Set<Event> OF_COMMITS = EnumSet.range(COMMIT_FAILED, LINK_LATE);

  /** What can happen between two steps of the workers. */
  static final Set<Event> BETWEEN_STEPS = EnumSet.range(KILLED, ROLLED_BACK_TO_SKIP);

  /** After what the lineage need not have the order of the queue any more. */
  static final Set<Event> ORDER_BREAKING =
      EnumSet.of(RESTORED, PUSHED_URGENT, FIXED, CHANGED, REQUEUED);

  /** After what a dead letter may be missing. */
  static final Set<Event> LETTER_LOSING = EnumSet.of(SIDE_DATA_LOST, RESTORED, FIXED, REQUEUED);
}
