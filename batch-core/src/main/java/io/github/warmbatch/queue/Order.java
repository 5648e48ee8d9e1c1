package io.github.warmbatch.queue;

/**
 * Which end of a queue the claims come from. Entries are always submitted at the tail; a begun job
 * comes before all others in either order.
 */
public enum Order {
  /** From the head: the entry that has waited longest is next. */
  FIFO,
  /** From the tail: the entry submitted last is next. */
  LIFO
}
