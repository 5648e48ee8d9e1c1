package io.github.warmbatch.runner;

import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.redis.RedissonJobQueue;
import io.github.warmbatch.redis.RedissonJobQueueBuilder;

/** Queues in Redis. */
final class RedisQueues {
  private RedisQueues() {}

  /** For a command that looks or pushes. */
  static JobQueue forCommand(QueueOptions options) {
    return builder(options).connect();
  }

  /** For a worker. */
  static JobQueue forWorker(QueueOptions options, LeaseOptions lease) {
    RedissonJobQueueBuilder builder = builder(options).order(lease.order);
    set("--lease", () -> builder.lease(lease.lease()));
    set("--worker-id", () -> builder.workerId(lease.workerId()));
    return builder.connect();
  }

  private static RedissonJobQueueBuilder builder(QueueOptions options) {
    RedissonJobQueueBuilder builder = RedissonJobQueue.builder();
    set("--queue", () -> builder.name(options.queue));
    options
        .redissonFile()
        .ifPresentOrElse(
            builder::redissonFile, () -> set("--redis", () -> builder.redis(options.uri())));
    return builder;
  }

  private static void set(String option, Runnable setting) {
    try {
      setting.run();
    } catch (IllegalArgumentException e) {
      throw new UsageException(option + ": " + e.getMessage(), e);
    }
  }
}
