package io.github.warmbatch.runner;

import io.github.warmbatch.queue.JobQueue;

/** Opens the queue that a command line means. */
@FunctionalInterface
interface QueueConnector {
  /**
   * A connection.
   *
   * @throws io.github.warmbatch.queue.QueueException when the queue cannot be reached
   */
  JobQueue connect(QueueOptions options);
}
