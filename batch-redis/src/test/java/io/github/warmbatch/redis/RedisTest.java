package io.github.warmbatch.redis;

import io.github.warmbatch.queue.JobQueue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What the tests with a usual Redis share: a server a class, an empty one a test. */
abstract class RedisTest {
  static final String NAME = "datasets";

  @TempDir private static Path directory;
  static TestRedis redis;

  private final List<JobQueue> open = new ArrayList<>();

  @BeforeAll
  static void startRedis() throws Exception {
    redis = TestRedis.start(directory);
  }

  @AfterAll
  static void stopRedis() {
    redis.close();
  }

  @AfterEach
  void closeQueues() {
    open.forEach(JobQueue::close);
    redis.flush();
  }

  /** A queue with the usual options. */
  RedissonJobQueue worker(String workerId) {
    return open(options(workerId));
  }

  /** A queue that the end of the test closes. */
  RedissonJobQueue open(RedissonJobQueueBuilder options) {
    RedissonJobQueue queue = options.connect();
    open.add(queue);
    return queue;
  }

  RedissonJobQueueBuilder options(String workerId) {
    return RedissonJobQueue.builder().client(redis.client()).name(NAME).workerId(workerId);
  }
}
