package io.github.warmbatch.examples;

// tag::imports[]
import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.RunSummary;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.learner.Learners;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.redis.RedissonJobQueue;
import io.github.warmbatch.report.OutputViews;
import java.net.URI;
import java.nio.file.Path;

// end::imports[]

/** Trains a fraud detector on the data sets that a Redis list names: the worker, embedded. */
public final class FraudTraining {
  private FraudTraining() {}

  /**
   * Works the queue off.
   *
   * @param redis where Redis is
   * @param root the directory that the data sets' paths start at
   */
  public static RunSummary train(URI redis, Path root) throws InterruptedException {
    // tag::worker[]
    Path output = root.resolve("output");
    try (JobQueue queue = RedissonJobQueue.connect(redis, "datasets")) {
      return BatchWorker.builder()
          .queue(queue)
          .dataRoot(root)
          .trainer(Learners.boosting())
          .label("TX_FRAUD_SCENARIO")
          .ignoring("TRANSACTION_ID", "TX_FRAUD")
          .entities("CUSTOMER_ID", "TERMINAL_ID")
          .checkpoints(FileCheckpointStore.in(output))
          .reports(OutputViews.in(output))
          .holdOut("datasets/testing/test_dataset.pkl")
          .build()
          .run();
    }
    // end::worker[]
  }
}
