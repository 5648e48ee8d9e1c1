package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Decision.BackTo;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.QueueCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of jobs whose decision was taken back, by an operator or after damage. */
class WorkerObligationsTest {
  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  @Test
  void obligationsComeBeforeTheQueueAndNeedNoEntry() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));
    rig.run();
    HashChainTrainer.Chain before = rig.state();
    rig.rollBack(1, Decision.Disposition.REQUEUE);
    rig.push(rig.write("d/4.csv", 4));

    RunSummary run = rig.run();

    assertThat(run.absorbed()).isEqualTo(3);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv", "d/4.csv");
    assertThat(rig.lineage().obligation()).isEmpty();
    assertThat(before).isNotEqualTo(rig.state());
  }

  @Test
  void skippedJobStaysSkipped() {
    String[] paths = {rig.write("d/1.csv", 1), rig.write("d/2.csv", 2)};
    rig.push(paths);
    rig.run();
    rig.rollBack(1, Decision.Disposition.SKIP);

    rig.push(paths);
    RunSummary run = rig.run();

    assertThat(run.absorbed()).isZero();
    assertThat(run.duplicates()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
  }

  @Test
  void skippedJobStaysSkippedThoughItsFileChanged() {
    String path = rig.write("d/1.csv", 1);
    rig.push(path);
    CheckpointStore dyingStore = rig.killedAfterItsFirstCommit();
    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    rig.rollBack(0, Decision.Disposition.SKIP);
    rig.write(path, 2);

    RunSummary run = rig.run();

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 0, 1, 0, 0, 2));
  }

  @Test
  void damagedHeadIsFallenBackFromAndLearnedAgain() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    HashChainTrainer.Chain undisturbed = rig.state();
    rig.damageStateOf(2);
    rig.push(rig.write("d/3.csv", 3));

    rig.run();

    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(rig.lineage().isAbandoned(2)).isTrue();
    WorkerRig again = new WorkerRig(directory.resolve("undisturbed"));
    again.push(again.write("d/1.csv", 1), again.write("d/2.csv", 2), again.write("d/3.csv", 3));
    again.run();
    assertThat(rig.state()).isEqualTo(again.state()).isNotEqualTo(undisturbed);
  }

  @Test
  void damagedHeadIsFoundThoughTheQueueIsEmpty() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    HashChainTrainer.Chain undisturbed = rig.state();
    rig.damageStateOf(2);

    assertThat(rig.run().outcome()).isEqualTo(RunSummary.Outcome.DRAINED);

    assertThat(rig.lineage().isAbandoned(2)).isTrue();
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.state()).isEqualTo(undisturbed);
  }

  @Test
  void damagedHeadIsFoundThoughAllThatIsPushedIsKnown() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    HashChainTrainer.Chain undisturbed = rig.state();
    rig.damageStateOf(2);
    rig.push("d/1.csv", "d/2.csv");

    assertThat(rig.run().duplicates()).isEqualTo(2);

    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.state()).isEqualTo(undisturbed);
  }

  @Test
  void unreadableAncestorStopsTheFallbackInsteadOfBeingPassedOver() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));
    rig.run();
    rig.damageStateOf(3);
    Path unreadable = rig.stateOf(2);
    Files.delete(unreadable);
    Files.createDirectory(unreadable);
    rig.push(rig.write("d/4.csv", 4));

    assertThatThrownBy(rig::run).isInstanceOf(CheckpointException.class);
    assertThat(rig.lineage().head()).isEqualTo(3);
    assertThat(rig.queue.stats().inFlight()).isZero();
  }

  @Test
  void whereNoStateIsWholeNothingIsTouchedAndAllCanBeLearnedAgain() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    rig.damageStateOf(1);
    rig.damageStateOf(2);
    rig.push(rig.write("d/3.csv", 3));

    assertThatThrownBy(rig::run)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("no earlier state is whole")
        .hasMessageContaining("checkpoints rollback --to 0 --requeue");
    assertThat(rig.lineage().head()).isEqualTo(2);
    assertThat(rig.queue.stats().queued()).isEqualTo(1);

    rig.rollBack(0, Decision.Disposition.REQUEUE);
    rig.run();
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(rig.state()).isEqualTo(undisturbed("d/1.csv", "d/2.csv", "d/3.csv"));
  }

  @Test
  void fallbackThenDrainedStillRetrains() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    rig.damageStateOf(2);
    rig.push(rig.write("d/3.csv", 3));
    CheckpointStore dyingStore = rig.killedAfterItsFirstCommit();
    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    JobQueue empty = InMemoryJobQueue.builder().build();
    rig.events.clear();

    RunSummary run = rig.run(rig.worker(empty, rig.store()));

    assertThat(run.absorbed()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.events).containsExactly("processing d/2.csv", "absorbed 4", "drained");
  }

  @Test
  void offlineRollbackRequeueIsHonoured() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    rig.push(rig.write("d/3.csv", 3));
    CheckpointStore beside = rig.before(() -> rig.rollBack(0, Decision.Disposition.REQUEUE));

    RunSummary run = rig.run(rig.worker(rig.queue, beside));

    assertThat(run.absorbed()).isEqualTo(3);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(rig.state()).isEqualTo(undisturbed("d/1.csv", "d/2.csv", "d/3.csv"));
  }

  @Test
  void obligationBeforeHeldJob() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    rig.push(rig.write("d/3.csv", 3));
    Faults faults =
        new Faults()
            .at(
                QueueCall.CLAIM,
                1,
                Fault.delayed(() -> rig.rollBack(1, Decision.Disposition.REQUEUE)));

    RunSummary run = rig.run(rig.worker(faults.around(rig.queue), rig.store()));

    assertThat(run.absorbed()).isEqualTo(2);
    assertThat(faults.count(QueueCall.RELEASE)).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
  }

  @Test
  void twoFallbacksKeepQueueOrder() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));
    rig.run();
    rig.damageStateOf(3);
    rig.push(rig.write("d/4.csv", 4));
    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, rig.killedAfterItsFirstCommit())))
        .hasMessage("killed");
    rig.damageStateOf(2);

    RunSummary run = rig.run();

    assertThat(run.absorbed()).isEqualTo(3);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv", "d/4.csv");
    assertThat(rig.lineage().find(5).orElseThrow().decision()).isInstanceOf(BackTo.class);
  }

  @Test
  void obligationWithKnownContentEnds() {
    String path = rig.write("d/1.csv", 1);
    rig.push(path);
    rig.run();
    rig.push(rig.write(path, 2));
    rig.run();
    rig.rollBack(0, Decision.Disposition.REQUEUE);

    RunSummary run = rig.run();

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 1, 0, 1, 0, 5));
    assertThat(rig.absorbed()).containsExactly(path);
    assertThat(rig.lineage().obligation()).isEmpty();
    assertThat(rig.events).contains("dead d/1.csv: d/1.csv: duplicate of number 4");
  }

  @Test
  void rollbackToAbandonedNumberRefused() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));
    rig.run();
    rig.rollBack(1, Decision.Disposition.REQUEUE);

    assertThatThrownBy(() -> rig.rollBack(2, Decision.Disposition.REQUEUE))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Number 2 is not an ancestor of the head, 4");
    assertThat(rig.run().absorbed()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
  }

  @Test
  void deletedObligationEndsDead() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    rig.rollBack(1, Decision.Disposition.REQUEUE);
    Files.delete(directory.resolve("d/2.csv"));

    RunSummary run = rig.run();

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 0, 0, 1, 0, 4));
    assertThat(run.isClean()).isFalse();
    assertThat(rig.lineage().obligation()).isEmpty();
    rig.push(rig.write("d/2.csv", 2));
    assertThat(rig.run().absorbed()).isEqualTo(1);
  }

  private HashChainTrainer.Chain undisturbed(String... paths) {
    WorkerRig other = new WorkerRig(directory.resolve("undisturbed"));
    for (int file = 0; file < paths.length; file++) {
      other.push(other.write(paths[file], file + 1));
    }
    other.run();
    return other.state();
  }
}
