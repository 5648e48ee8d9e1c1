package io.github.warmbatch.queue;

/** The calls that reach a queue, and at which a {@link Fault} can strike. */
public enum QueueCall {
  /** {@link JobQueue#submit}. */
  SUBMIT,
  /** {@link JobQueue#claim}. */
  CLAIM,
  /** {@link JobQueue#completeAndClaim}. */
  COMPLETE_AND_CLAIM,
  /** {@link JobQueue#stats}. */
  STATS,
  /** {@link DeadLetters#list}. */
  LIST_DEAD_LETTERS,
  /** {@link DeadLetters#requeue}. */
  REQUEUE_DEAD_LETTER,
  /** {@link DeadLetters#drop}. */
  DROP_DEAD_LETTER,
  /** {@link Lease#renew}. */
  RENEW,
  /** {@link Lease#complete}. */
  COMPLETE,
  /** {@link Lease#release}. */
  RELEASE,
  /** {@link Lease#fail}. */
  FAIL,
  /** {@link Lease#bury}. */
  BURY
}
