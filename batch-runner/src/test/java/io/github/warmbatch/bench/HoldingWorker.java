package io.github.warmbatch.bench;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.redis.RedissonJobQueue;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A process that claims a job, says so, and renews its lease until it is killed. */
final class HoldingWorker {
  private static final String READY = "claimed";

  private HoldingWorker() {}

  /** Arguments: the port, the worker's id, the lease. */
  public static void main(String[] args) throws InterruptedException {
    Duration lease = Duration.parse(args[2]);
    try (JobQueue queue =
        RedissonJobQueue.builder()
            .redis(URI.create("redis://127.0.0.1:" + args[0]))
            .name(BenchServer.QUEUE)
            .workerId(args[1])
            .lease(lease)
            .connect()) {
      Lease held = ((Claim.Granted) queue.claim(Duration.ofMinutes(1))).lease();
      System.out.println(READY);
      while (true) {
        LockSupport.parkNanos(lease.dividedBy(3).toNanos());
        held.renew();
      }
    }
  }

  /** Starts one, and comes back once it has its job. */
  static Process start(int port, String workerId, Duration lease) throws IOException {
    Process process =
        new ProcessBuilder(
                Programs.java(HoldingWorker.class, "" + port, workerId, lease.toString()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String line = process.inputReader().readLine();
    if (!READY.equals(line)) {
      process.destroyForcibly();
      throw new IOException("The worker to be killed got no job.");
    }
    return process;
  }
}
