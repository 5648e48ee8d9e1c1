package io.github.warmbatch.bench;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.redis.RedissonJobQueue;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A process that works off jobs without doing anything, and prints how many a second. */
final class NoOpWorker {
  private final JobQueue queue;
  private final Manner manner;

  private NoOpWorker(JobQueue queue, Manner manner) {
    this.queue = queue;
    this.manner = manner;
  }

  /** How it ends one job and gets the next. */
  enum Manner {
    ONE_TRIP("`completeAndClaim`") {
      @Override
      Claim next(JobQueue queue, Lease lease) throws InterruptedException {
        return queue.completeAndClaim(lease);
      }
    },
    TWO_TRIPS("`complete`, then `claim`") {
      @Override
      Claim next(JobQueue queue, Lease lease) throws InterruptedException {
        lease.complete();
        return queue.claim(Duration.ZERO);
      }
    };

    final String words;

    Manner(String words) {
      this.words = words;
    }

    abstract Claim next(JobQueue queue, Lease lease) throws InterruptedException;
  }

  /** Arguments: the port, the manner, how many jobs, and how many before them to warm up. */
  public static void main(String[] args) throws InterruptedException {
    URI redis = URI.create("redis://127.0.0.1:" + args[0]);
    try (JobQueue queue = RedissonJobQueue.connect(redis, "no-op")) {
      NoOpWorker worker = new NoOpWorker(queue, Manner.valueOf(args[1]));
      worker.workOff(Integer.parseInt(args[3]));
      System.out.println(worker.workOff(Integer.parseInt(args[2])));
    }
  }

  private double workOff(int count) throws InterruptedException {
    queue.submit(entries(count));
    long begun = System.nanoTime();
    int done = 0;
    Claim claim = queue.claim(Duration.ZERO);
    while (claim instanceof Claim.Granted granted) {
      claim = manner.next(queue, granted.lease());
      done++;
    }
    if (done != count) {
      throw new IllegalStateException("%d jobs of %d were done".formatted(done, count));
    }
    return count * 1e9 / (System.nanoTime() - begun);
  }

  static List<Payload> entries(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Payload.of("datasets/training/" + i + ".csv"))
        .toList();
  }
}
