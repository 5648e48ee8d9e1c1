package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.dataset.DataRoot;
import io.github.warmbatch.dataset.DatasetReaders;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.report.OutputViews;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a worker was told, checked and complete.
 *
 * @param keepLast how many of the newest states to keep, 0 for all
 */
record WorkerOptions(
    JobQueue queue,
    CheckpointStore store,
    DataRoot dataRoot,
    DatasetReaders readers,
    WarmStartTrainer<?> trainer,
    ModelSpec spec,
    List<String> allowedLeaks,
    @Nullable String holdOut,
    QualityGate gate,
    @Nullable OutputViews views,
    List<WorkerListener> listeners,
    int keepLast,
    RetryPolicy retry,
    Duration patience,
    boolean waitForWork,
    String workerId,
    WorkerTime time) {}
