package io.github.warmbatch.bench;

import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Payload;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;

/** How long a worker waits for a job, in milliseconds. */
final class Waits {
  private static final Duration LEASE = Duration.ofSeconds(2);
  private static final Duration IDLE = Duration.ofMillis(100);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final BenchServer server;

  Waits(BenchServer server) {
    this.server = server;
  }

  /** From a push to the claim of a worker that waits. */
  double fromPushToClaim() throws Exception {
    try (JobQueue waiting = server.queue("waiting").connect();
        JobQueue pushing = server.queue("pushing").connect()) {
      CompletableFuture<Long> granted = CompletableFuture.supplyAsync(() -> granted(waiting));
      LockSupport.parkNanos(IDLE.toNanos());
      long begun = System.nanoTime();
      pushing.submit(List.of(Payload.of("job")));
      return millis(granted.get() - begun);
    }
  }

  /** From the death of a worker, which renewed its lease to the end, to another's claim. */
  double fromDeathToAnother() throws Exception {
    try (JobQueue other = server.queue("another").lease(LEASE).connect()) {
      other.submit(List.of(Payload.of("job")));
      Process worker = HoldingWorker.start(server.port(), "dying", LEASE);
      CompletableFuture<Long> granted = CompletableFuture.supplyAsync(() -> granted(other));
      LockSupport.parkNanos(LEASE.toNanos());
      long begun = kill(worker);
      return millis(granted.get() - begun);
    }
  }

  /** From the start of a new process's connection to its claim of what its forerunner had. */
  double fromRestartToClaim() throws Exception {
    try (JobQueue operator = server.queue("operator").connect()) {
      operator.submit(List.of(Payload.of("job")));
      kill(HoldingWorker.start(server.port(), "restarted", LEASE));
      long begun = System.nanoTime();
      try (JobQueue again = server.queue("restarted").lease(LEASE).connect()) {
        return millis(granted(again) - begun);
      }
    }
  }

  static String titleOfAnother() {
    return "from SIGKILL to another's claim; a lease of %d s, renewed every third of it"
        .formatted(LEASE.toSeconds());
  }

  /** When the job was granted; it is completed then. */
  private static long granted(JobQueue queue) {
    try {
      Claim claim = queue.claim(LONG);
      long now = System.nanoTime();
      ((Claim.Granted) claim).lease().complete();
      return now;
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static long kill(Process worker) throws InterruptedException {
    long now = System.nanoTime();
    worker.destroyForcibly();
    worker.waitFor();
    return now;
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
