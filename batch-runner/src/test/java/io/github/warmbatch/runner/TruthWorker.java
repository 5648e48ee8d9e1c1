package io.github.warmbatch.runner;

import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.BatchWorkerBuilder;
import io.github.warmbatch.HashChainTrainer;
import io.github.warmbatch.RetryPolicy;
import io.github.warmbatch.RunSummary;
import io.github.warmbatch.WorkerListener;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.SupersededException;
import io.github.warmbatch.redis.RedissonJobQueue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A worker as a process: the queue, the loop and the store that users have, and a trainer that
 * costs nothing and knows what it saw in which order.
 */
final class TruthWorker {
  static final String PROCESSING = "processing ";
  static final String KNOWN = "known ";
  static final String WARNING = "warning ";
  static final int DRAINED = 0;
  static final int DEAD_LETTERS = 3;
  static final int SUPERSEDED = 74;
  static final int QUEUE_LOST = 75;

  private TruthWorker() {}

  /** Arguments: Redis, queue, data root, output directory, worker id, lease in milliseconds. */
  public static void main(String[] args) throws InterruptedException {
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    int code;
    try (JobQueue queue =
        RedissonJobQueue.builder()
            .redis(URI.create(args[0]))
            .name(args[1])
            .workerId(args[4])
            .lease(Duration.ofMillis(Long.parseLong(args[5])))
            .connect()) {
      RunSummary run =
          worker(queue, FileCheckpointStore.in(Path.of(args[3])), Path.of(args[2]))
              .workerId(args[4])
              .listener(new Narrator())
              .build()
              .run();
      code = run.isClean() ? DRAINED : DEAD_LETTERS;
    } catch (SupersededException e) {
      System.out.println(e.getMessage());
      code = SUPERSEDED;
    } catch (QueueException e) {
      System.out.println(e.getMessage());
      code = QUEUE_LOST;
    }
    System.exit(code);
  }

  /** What the processes and the undisturbed run have in common. */
  static BatchWorkerBuilder worker(JobQueue queue, CheckpointStore store, Path dataRoot) {
    return BatchWorker.builder()
        .queue(queue)
        .checkpoints(store)
        .dataRoot(dataRoot)
        .trainer(new HashChainTrainer())
        .label("LABEL")
        .classes("0", "1")
        // A job is not to be given up because its workers are killed: that is another test's.
        .retry(new RetryPolicy(2, 1_000, 1_000_000, Duration.ofMillis(20), Duration.ofMillis(20)));
  }

  private static final class Narrator implements WorkerListener {
    @Override
    public void started(boolean queueEmpty) {
      System.out.println("started");
    }

    @Override
    public void processing(String path) {
      System.out.println(PROCESSING + path);
    }

    @Override
    public void known(String path, long number) {
      System.out.println(KNOWN + path + " " + number);
    }

    @Override
    public void warning(String message) {
      System.out.println(WARNING + message);
    }

    @Override
    public void queueUnavailable(String reason, Duration pause) {
      System.out.println("queue unavailable: " + reason);
    }
  }
}
