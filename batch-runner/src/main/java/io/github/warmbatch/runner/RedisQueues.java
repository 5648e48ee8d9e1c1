package io.github.warmbatch.runner;

import io.github.warmbatch.queue.JobQueue;

/** Queues in Redis. */
final class RedisQueues {
  private RedisQueues() {}

  /** For a command that looks or pushes. */
  static JobQueue forCommand(QueueOptions options) {
    throw new UnsupportedOperationException("RedissonJobQueue.connect(" + options.uri() + ")");
  }

  /** For a worker. */
  static JobQueue forWorker(QueueOptions options, LeaseOptions lease) {
    throw new UnsupportedOperationException(
        "RedissonJobQueue.connect(" + options.uri() + lease.workerId() + lease.lease() + ")");
  }
}
