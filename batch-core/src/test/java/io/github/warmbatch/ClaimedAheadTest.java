package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.queue.Attempts;
import io.github.warmbatch.queue.Claims;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueCall;
import io.github.warmbatch.queue.QueueStats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The next job, claimed together with the completion of the last. */
class ClaimedAheadTest {
  @TempDir private Path directory;

  private final Faults faults = new Faults();
  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
  }

  @Test
  void oneCallCompletesAJobAndClaimsTheNext() {
    rig.run(worker());

    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(faults.count(QueueCall.COMPLETE_AND_CLAIM)).isEqualTo(2);
    assertThat(faults.count(QueueCall.CLAIM)).as("at the start and at the end").isEqualTo(2);
    assertThat(faults.count(QueueCall.COMPLETE)).isZero();
  }

  @Test
  void aJobThatIsRecognisedIsCompletedInTheSameCall() {
    rig.run(worker());
    rig.push("d/1.csv", "d/2.csv");

    assertThat(rig.run(worker()).duplicates()).isEqualTo(2);
    assertThat(faults.count(QueueCall.COMPLETE_AND_CLAIM)).isEqualTo(4);
    assertThat(faults.count(QueueCall.COMPLETE)).isZero();
  }

  @Test
  void whoeverIsToStopCompletesAndClaimsNothing() {
    BatchWorker[] worker = new BatchWorker[1];
    worker[0] =
        worker()
            .listener(
                new WorkerListener() {
                  @Override
                  public void processing(String path) {
                    worker[0].stop();
                  }
                })
            .build();

    run(worker[0]);

    assertThat(faults.count(QueueCall.COMPLETE)).isEqualTo(1);
    assertThat(faults.count(QueueCall.COMPLETE_AND_CLAIM)).isZero();
    assertThat(rig.queue.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  @Test
  void aClaimedJobIsGivenBackWhenTheWorkerIsToStop() throws Exception {
    assertThatTheNextJobIsGivenBackAfter(BatchWorker::stop);
  }

  @Test
  void aClaimedJobIsGivenBackWhenTheWorkerIsToStopNow() throws Exception {
    assertThatTheNextJobIsGivenBackAfter(BatchWorker::stopNow);
  }

  private void assertThatTheNextJobIsGivenBackAfter(Consumer<BatchWorker> request)
      throws Exception {
    BatchWorker[] worker = new BatchWorker[1];
    worker[0] = worker().listener(onFirst(() -> request.accept(worker[0]))).build();

    assertThat(run(worker[0]).outcome()).isEqualTo(RunSummary.Outcome.STOPPED);

    assertThat(rig.queue.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
    assertThat(Claims.granted(rig.queue).job().attempts()).isEqualTo(new Attempts(0, 0, 1));
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
  }

  @Test
  void aClaimedJobIsGivenBackWhenTheWorkerEndsOtherwise() {
    BatchWorkerBuilder worker = worker().listener(onFirst(this::breakTheLineage));

    assertThatThrownBy(() -> rig.run(worker)).isInstanceOf(CheckpointException.class);
    assertThat(rig.queue.stats()).isEqualTo(new QueueStats(1, 0, 0, 1));
  }

  @Test
  void whatTheLineageOwesComesBeforeAClaimedJob() {
    rig.run(worker().listener(onFirst(this::takeBackTheFirst)));

    assertThat(rig.lineage().history().stream().map(ClaimedAheadTest::pathOf))
        .containsExactly("d/1.csv", "back", "d/1.csv", "d/2.csv");
    assertThat(faults.count(QueueCall.RELEASE)).isEqualTo(1);
  }

  @Test
  void theLeaseOfAClaimedJobIsRenewedBeforeItsWorkBegins() {
    InMemoryJobQueue queue = InMemoryJobQueue.builder().lease(Duration.ofSeconds(1)).build();
    queue.submit(List.of(Payload.of("d/1.csv"), Payload.of("d/2.csv")));

    rig.run(rig.beating(faults.around(queue)).listener(onFirst(this::awaitRenewals)));

    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
  }

  @Test
  void anAnswerThatIsLostCostsNoJobAndCountsNoneTwice() {
    InMemoryJobQueue queue = InMemoryJobQueue.builder().lease(Duration.ofSeconds(1)).build();
    queue.submit(List.of(Payload.of("d/1.csv"), Payload.of("d/2.csv")));
    faults.at(QueueCall.COMPLETE_AND_CLAIM, 1, Fault.answerLost());

    rig.run(rig.worker(faults.around(queue), rig.store()));

    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(queue.stats()).isEqualTo(new QueueStats(0, 0, 0, 2));
    assertThat(faults.outstanding()).isEmpty();
  }

  private BatchWorkerBuilder worker() {
    return rig.worker(faults.around(rig.queue), rig.store());
  }

  private static RunSummary run(BatchWorker worker) {
    try {
      return worker.run();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  /** Acts after the first job was completed, and the second claimed. */
  private static WorkerListener onFirst(Runnable action) {
    return new WorkerListener() {
      @Override
      public void absorbed(Manifest manifest) {
        if (manifest.number() == 1) {
          action.run();
        }
      }
    };
  }

  /** One may come from the lease that has ended meanwhile. */
  private void awaitRenewals() {
    int before = faults.count(QueueCall.RENEW);
    while (faults.count(QueueCall.RENEW) < before + 2 && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
  }

  private void takeBackTheFirst() {
    JobRef job = ((Decision.Absorbed) rig.lineage().find(1).orElseThrow().decision()).job();
    Decision.BackTo back =
        new Decision.BackTo(List.of(1L), List.of(job), Decision.Disposition.REQUEUE, "test");
    assertThat(rig.store().commit(new Draft(1, 0, back, null, "test")))
        .isInstanceOf(CommitResult.Committed.class);
  }

  private void breakTheLineage() {
    try {
      Files.writeString(directory.resolve("output/lineage/00000002.json"), "{}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String pathOf(Manifest manifest) {
    return manifest.decision() instanceof Decision.Absorbed absorbed
        ? absorbed.dataset().path()
        : "back";
  }
}
