package io.github.warmbatch.runner;

import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Order;
import io.github.warmbatch.redis.RedissonJobQueue;
import io.github.warmbatch.redis.RedissonJobQueueBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Queues in Redis. */
final class RedisQueues {
  private static final Logger log = LoggerFactory.getLogger(RedisQueues.class);

  private RedisQueues() {}

  /** For a command that looks or pushes. */
  static JobQueue forCommand(QueueOptions options, Order order) {
    return builder(options).order(order).connect();
  }

  /** For a worker. */
  static JobQueue forWorker(QueueOptions options, LeaseOptions lease) {
    RedissonJobQueueBuilder builder = builder(options).order(lease.order.order);
    set("--lease", () -> builder.lease(lease.lease()));
    set("--worker-id", () -> builder.workerId(lease.workerId()));
    RedissonJobQueue queue = builder.connect();
    if (lease.adoptProcessing) {
      adoptProcessing(queue);
    }
    return queue;
  }

  private static void adoptProcessing(RedissonJobQueue queue) {
    try {
      queue.adoptProcessing(
          entry ->
              log.info("Took back {} from {}:processing", OneLine.of(entry.text()), queue.name()));
    } catch (RuntimeException e) {
      queue.close();
      throw e;
    }
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
