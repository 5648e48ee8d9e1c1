package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import io.github.warmbatch.queue.SupersededException;
import java.time.Duration;
import java.util.Optional;

/**
 * Works off a queue of data sets: carries one model on over each of them, in order, each exactly
 * once, and leaves a checkpoint after each.
 *
 * <pre>{@code
 * RunSummary run = BatchWorker.builder()
 *     .queue(RedissonJobQueue.connect(URI.create("redis://redis:6379"), "datasets"))
 *     .dataRoot(Path.of("/mnt/fileserver"))
 *     .trainer(Learners.boosting())
 *     .label("TX_FRAUD_SCENARIO").ignoring("TRANSACTION_ID", "TX_FRAUD")
 *     .checkpoints(FileCheckpointStore.in(Path.of("/mnt/fileserver/output")))
 *     .holdOut("datasets/testing/test_dataset.pkl")
 *     .build()
 *     .run();
 * }</pre>
 *
 * <p>Whatever is killed, and whenever: the next worker on the same directory goes on as if nothing
 * had happened. {@link #run} is called once, by one thread; {@link #stop} and {@link #stopNow} by
 * any.
 */
public final class BatchWorker {
  private final WorkerLoop loop;

  BatchWorker(WorkerOptions options) {
    this.loop = new WorkerLoop(options);
  }

  /** A builder; see its methods for what is needed and what has a default. */
  public static BatchWorkerBuilder builder() {
    return new BatchWorkerBuilder();
  }

  /**
   * Works until the queue is drained, or {@link #stop} is called.
   *
   * @return what was done
   * @throws ConfigurationException when the lineage was begun with another label, trainer or the
   *     like, or the hold-out cannot be used; nothing has been claimed, or it was given back
   * @throws QueueException when the queue stays unreachable for longer than {@linkplain
   *     BatchWorkerBuilder#patience allowed}
   * @throws QueueRefusedException when the queue refuses this worker: a wrong password, say
   * @throws SupersededException when another process works under this worker's identity
   * @throws CheckpointException when the lineage cannot be read or written
   * @throws InterruptedException when the thread is interrupted
   * @throws IllegalStateException when it was called before
   */
  public RunSummary run() throws InterruptedException {
    return loop.run();
  }

  /**
   * About how much longer the job in hand will take, going by what the data sets before it took.
   * Empty with no job in hand, and before the first one of this run. For whoever has to decide
   * between {@link #stop} and {@link #stopNow}.
   */
  public Optional<Duration> timeLeft() {
    return loop.timeLeft();
  }

  /** Finishes the job in hand, claims no other; {@link #run} then returns. Returns at once. */
  public void stop() {
    loop.stop();
  }

  /**
   * Gives the job in hand back at once and lets {@link #run} return at the next step, with nothing
   * half-done. Returns when the lease was given back, or could not be.
   */
  public void stopNow() {
    loop.stopNow();
  }
}
