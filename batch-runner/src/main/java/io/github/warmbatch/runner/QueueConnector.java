package io.github.warmbatch.runner;

import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Order;

/** Opens the queue that a command line means. */
@FunctionalInterface
interface QueueConnector {
  /**
   * A connection.
   *
   * @param order which end the claims come from
   * @throws io.github.warmbatch.queue.QueueException when the queue cannot be reached
   */
  JobQueue connect(QueueOptions options, Order order);

  /** A connection for what has nothing to do with the order. */
  default JobQueue connect(QueueOptions options) {
    return connect(options, Order.FIFO);
  }
}
