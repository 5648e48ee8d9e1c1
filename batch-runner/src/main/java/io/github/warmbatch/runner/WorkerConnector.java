package io.github.warmbatch.runner;

import io.github.warmbatch.queue.JobQueue;

/** Opens a queue for a worker. */
@FunctionalInterface
interface WorkerConnector {
  /**
   * A connection with a worker's identity.
   *
   * @throws io.github.warmbatch.queue.QueueException when the queue cannot be reached
   */
  JobQueue connect(QueueOptions queue, LeaseOptions lease);
}
