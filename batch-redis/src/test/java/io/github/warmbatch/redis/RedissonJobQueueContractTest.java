package io.github.warmbatch.redis;

import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.JobQueueContract;
import io.github.warmbatch.queue.Payload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.redisson.client.codec.ByteArrayCodec;

/** Every law of a queue, over a real Redis. */
class RedissonJobQueueContractTest extends JobQueueContract {
  private static final String NAME = "datasets";
  private static final Duration GLANCE = Duration.ofMillis(5);
  @TempDir private static Path directory;
  private static TestRedis redis;

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

  @Override
  public JobQueue connect(String workerId, Terms terms) {
    JobQueue queue =
        RedissonJobQueue.builder()
            .client(redis.client())
            .name(NAME)
            .workerId(workerId)
            .order(terms.order())
            .maxInFlight(terms.maxInFlight())
            .lease(terms.lease())
            .connect();
    open.add(queue);
    return queue;
  }

  @Override
  public void advance(Duration time) {
    long server = redis.micros() + TimeUnit.MICROSECONDS.convert(time);
    long begun = System.nanoTime();
    while (redis.micros() <= server || System.nanoTime() - begun <= time.toNanos()) {
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  @Override
  public void pushUrgent(Payload entry) {
    redis.client().<byte[]>getDeque(NAME, ByteArrayCodec.INSTANCE).addFirst(entry.bytes());
  }

  @Override
  public Duration shortLease() {
    return Duration.ofMillis(2_500);
  }
}
