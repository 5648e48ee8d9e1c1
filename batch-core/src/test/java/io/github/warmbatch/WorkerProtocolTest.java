package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.InMemoryCheckpointStore;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.queue.QueueCall;
import io.github.warmbatch.queue.SupersededException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order in which a worker reads, decides and tells, and who else may act in between. */
class WorkerProtocolTest {
  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  @Test
  void killedBetweenCommitAndCompleteTrainsOnce() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    CheckpointStore dyingStore = rig.killedAfterItsFirstCommit();

    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    RunSummary run = rig.run();

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.events).contains("known d/1.csv as 1");
  }

  @Test
  void lostCommitReadsLedgerAgain() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    AtomicBoolean raced = new AtomicBoolean();
    var racedStore =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              if (raced.compareAndSet(false, true)) {
                store.commit(draft);
              }
              return store.commit(draft);
            });

    RunSummary run = rig.run(rig.worker(rig.queue, racedStore));

    assertThat(run.absorbed()).isEqualTo(1);
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
  }

  @Test
  void commitOfUnknownOutcomeIsLookedUp() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    var vagueStore =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              Manifest manifest = ((CommitResult.Committed) store.commit(draft)).manifest();
              return new CommitResult.Unknown(manifest.attempt(), new IOException("late"));
            });

    RunSummary run = rig.run(rig.worker(rig.queue, vagueStore));

    assertThat(run.absorbed()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
  }

  @Test
  void commitOfUnknownOutcomeWhoseNumberAnotherTookIsLost() {
    rig.push(rig.write("d/1.csv", 1));
    rig.run();
    rig.push(rig.write("d/2.csv", 2));
    AtomicBoolean taken = new AtomicBoolean();
    var overtaken =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              if (taken.compareAndSet(false, true)) {
                rig.rollBack(0, Decision.Disposition.REQUEUE);
                return new CommitResult.Unknown("ours", new IOException("late"));
              }
              return store.commit(draft);
            });

    RunSummary run = rig.run(rig.worker(rig.queue, overtaken));

    assertThat(run.absorbed()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
  }

  @Test
  void supersededWorkerEndsAndWhatItCommittedCountsOnce() {
    rig.push(rig.write("d/1.csv", 1));
    JobQueue younger = rig.queue.connectAs(WorkerRig.WORKER);
    AtomicBoolean taken = new AtomicBoolean();
    BatchWorkerBuilder older =
        rig.worker()
            .listener(
                onProcessing(
                    () -> {
                      if (taken.compareAndSet(false, true)) {
                        claim(younger).release();
                      }
                    }));

    assertThatThrownBy(() -> rig.run(older)).isInstanceOf(SupersededException.class);
    RunSummary run = rig.run(rig.worker(younger, rig.store()));

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
  }

  @Test
  void zombieCommitAgainstDeadLetter() {
    String path = rig.write("d/1.csv", 1);
    rig.timed.submit(List.of(Payload.of(path)));
    BatchWorkerBuilder paused =
        rig.worker(
            rig.timed.connectAs("paused"),
            rig.before(
                () -> {
                  rig.write(path, 666);
                  rig.clock.advance(WorkerRig.LEASE);
                  RunSummary other = rig.run(rig.worker(rig.skipping("other"), rig.store()));
                  assertThat(other.dead()).isEqualTo(1);
                }));

    RunSummary late = rig.run(paused);

    assertThat(late.absorbed()).isZero();
    assertThat(rig.absorbed()).isEmpty();
    assertThat(rig.lineage().history()).hasSize(1);
    assertThat(rig.timed.deadLetters().list(10)).hasSize(1);
  }

  @Test
  void zombieCommitBeforeTheDecisionThatAJobIsDead() {
    String path = rig.write("d/1.csv", 1);
    rig.timed.submit(List.of(Payload.of(path)));
    List<Draft> held = new ArrayList<>();
    var pausing =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              held.add(draft);
              throw new CheckpointException("paused");
            });
    assertThatThrownBy(() -> rig.run(rig.worker(rig.timed.connectAs("paused"), pausing)))
        .hasMessage("paused");
    rig.write(path, 666);

    RunSummary other =
        rig.run(
            rig.worker(rig.skipping("other"), rig.before(() -> rig.store().commit(held.get(0)))));

    assertThat(other.dead()).isZero();
    assertThat(other.duplicates()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly(path);
    assertThat(rig.timed.deadLetters().list(10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void changedOrDeletedFileAfterCommit(boolean deleted) throws IOException {
    String path = rig.write("d/1.csv", 1);
    rig.push(path);
    CheckpointStore dyingStore = rig.killedAfterItsFirstCommit();
    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    if (deleted) {
      Files.delete(directory.resolve(path));
    } else {
      rig.write(path, 2);
    }
    rig.events.clear();

    RunSummary run = rig.run();

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 0, 1, 0, 0, 1));
    assertThat(rig.events).containsExactly("known d/1.csv as 1", "drained");
  }

  @Test
  void drainedReReadsTheLineage() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    Faults faults =
        new Faults()
            .at(
                QueueCall.CLAIM,
                1,
                Fault.delayed(() -> rig.rollBack(1, Decision.Disposition.REQUEUE)));

    RunSummary run = rig.run(rig.worker(faults.around(rig.queue), rig.store()));

    assertThat(run.absorbed()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.lineage().obligation()).isEmpty();
  }

  @Test
  void staleLedgerNeverCompletes() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    CheckpointStore dyingStore = rig.killedAfterItsFirstCommit();
    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    Faults faults =
        new Faults()
            .at(
                QueueCall.CLAIM,
                1,
                Fault.delayed(() -> rig.rollBack(0, Decision.Disposition.REQUEUE)));
    rig.events.clear();

    rig.run(rig.worker(faults.around(rig.queue), rig.store()));

    assertThat(rig.events)
        .containsExactly(
            "processing d/1.csv",
            "absorbed 3",
            "known d/1.csv as 3",
            "processing d/2.csv",
            "absorbed 4",
            "drained");
  }

  @Test
  void staleLedgerNeverTrains() {
    rig.push(rig.write("d/1.csv", 1));
    List<Draft> held = new ArrayList<>();
    var pausing =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              held.add(draft);
              throw new CheckpointException("paused");
            });
    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, pausing))).hasMessage("paused");
    Faults faults =
        new Faults().at(QueueCall.CLAIM, 1, Fault.delayed(() -> rig.store().commit(held.get(0))));
    rig.events.clear();

    rig.run(rig.worker(faults.around(rig.queue), rig.store()));

    assertThat(rig.events).containsExactly("known d/1.csv as 1", "drained");
  }

  /** Somebody else may be at it by then, whose work would be in vain. */
  @Test
  void whatWasLearnedUnderALeaseThatRanOutIsNotPublished() {
    rig.timed.submit(List.of(Payload.of(rig.write("d/1.csv", 1))));
    AtomicBoolean stoodStill = new AtomicBoolean();
    BatchWorkerBuilder worker =
        rig.worker(rig.skipping(WorkerRig.WORKER), rig.store())
            .listener(
                onProcessing(
                    () -> {
                      if (stoodStill.compareAndSet(false, true)) {
                        rig.clock.advance(WorkerRig.LEASE.plusSeconds(1));
                      }
                    }));

    RunSummary run = rig.run(worker);

    assertThat(run.duplicates()).isZero();
    assertThat(rig.events)
        .containsExactly("processing d/1.csv", "processing d/1.csv", "absorbed 1", "drained");
  }

  @Test
  void lateLinkLands() {
    String[] paths = {rig.write("d/1.csv", 1), rig.write("d/2.csv", 2)};
    for (LateLink moment : LateLink.values()) {
      InMemoryCheckpointStore memory = new InMemoryCheckpointStore(Clock.systemUTC());
      List<InMemoryCheckpointStore.Staged> late = new ArrayList<>();
      var vague =
          new InterceptedStore(
              memory,
              (store, draft) -> {
                late.add(memory.stage(draft).orElseThrow());
                return new CommitResult.Unknown(late.get(0).attempt(), new IOException("stale"));
              });
      rig.push(paths);
      assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, vague)))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("decision 1 was published is not known");
      assertThat(rig.queue.stats().queued()).isEqualTo(2);

      RunSummary run = rig.run(rig.worker(rig.queue, moment.strike(memory, late.get(0))));

      assertThat(run.absorbed()).isEqualTo(moment.absorbedByTheNext);
      assertThat(WorkerRig.absorbed(memory.lineage())).containsExactly(paths);
      assertThat(rig.queue.stats().isDrained()).isTrue();
    }
  }

  /** When a link lands that its maker gave up: while the next worker does the same job again. */
  private enum LateLink {
    BEFORE_THE_NEXT_WORKER(1),
    BEFORE_THE_NEXT_COMMIT(1),
    AFTER_THE_NEXT_COMMIT(2);

    private final long absorbedByTheNext;

    LateLink(long absorbedByTheNext) {
      this.absorbedByTheNext = absorbedByTheNext;
    }

    CheckpointStore strike(CheckpointStore memory, InMemoryCheckpointStore.Staged late) {
      if (this == BEFORE_THE_NEXT_WORKER) {
        assertThat(late.land()).isInstanceOf(CommitResult.Committed.class);
      }
      return new InterceptedStore(
          memory,
          (store, draft) -> {
            if (this == BEFORE_THE_NEXT_COMMIT) {
              late.land();
            }
            CommitResult result = store.commit(draft);
            if (this == AFTER_THE_NEXT_COMMIT) {
              assertThat(late.land()).isInstanceOf(CommitResult.Lost.class);
            }
            return result;
          });
    }
  }

  private static Lease claim(JobQueue queue) {
    try {
      return ((Claim.Granted) queue.claim(Duration.ZERO)).lease();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  private static WorkerListener onProcessing(Runnable action) {
    return new WorkerListener() {
      @Override
      public void processing(String path) {
        action.run();
      }
    };
  }
}
