package io.github.warmbatch.runner;

import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.QueueException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The quickstart's queue: in a Redis of its own, or in memory where that cannot be.
 *
 * @param redis the server, or null
 * @param jobs the queue
 */
record QuickstartQueue(@Nullable EmbeddedRedis redis, JobQueue jobs) implements AutoCloseable {

  static QuickstartQueue open(Console console, WorkerConnector connector) {
    EmbeddedRedis redis;
    try {
      redis = EmbeddedRedis.start();
    } catch (IOException e) {
      console.print("No embedded Redis (%s): the queue is in memory".formatted(e.getMessage()));
      return new QuickstartQueue(null, inMemory());
    }
    console.print("Redis runs at " + redis.uri());
    QueueOptions options = new QueueOptions();
    options.redis = redis.uri();
    try {
      LeaseOptions lease = new LeaseOptions(console.environment());
      return new QuickstartQueue(redis, connector.connect(options, lease));
    } catch (QueueException e) {
      redis.close();
      console.print(
          "The embedded Redis does not answer (%s): the queue is in memory"
              .formatted(e.getMessage()));
      return new QuickstartQueue(null, inMemory());
    }
  }

  private static JobQueue inMemory() {
    return InMemoryJobQueue.builder().name("quickstart").build();
  }

  @Override
  public void close() {
    try {
      jobs.close();
    } finally {
      if (redis != null) {
        redis.close();
      }
    }
  }
}
