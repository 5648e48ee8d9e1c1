package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.CommitResult;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Draft;
import io.github.warmbatch.checkpoint.JobRef;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.SupersededException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchWorkerTest {
  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
  }

  @Test
  void absorbsEachDataSetOnceInOrder() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));

    RunSummary run = rig.run();

    assertThat(run).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 3, 0, 0, 0, 3));
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(rig.queue.stats().isDrained()).isTrue();
  }

  @Test
  void anotherWorkerGoesOnFromTheHead() {
    String[] paths = {rig.write("d/1.csv", 1), rig.write("d/2.csv", 2)};
    WorkerRig undisturbed = new WorkerRig(directory.resolve("undisturbed"));
    undisturbed.push(undisturbed.write("d/1.csv", 1), undisturbed.write("d/2.csv", 2));
    undisturbed.run();

    rig.push(paths[0]);
    rig.run();
    rig.push(paths[1]);
    rig.run();

    assertThat(rig.state()).isEqualTo(undisturbed.state());
    assertThat(rig.lineage().find(2).orElseThrow().parent()).isEqualTo(1);
  }

  @Test
  void killedBetweenCommitAndCompleteTrainsOnce() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    AtomicBoolean killed = new AtomicBoolean();
    var dyingStore =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              CommitResult result = store.commit(draft);
              if (killed.compareAndSet(false, true)) {
                throw new CheckpointException("killed");
              }
              return result;
            });

    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    RunSummary run = rig.run();

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.events).contains("known d/1.csv as 1");
  }

  @Test
  void everythingPushedAgainTrainsOnce() {
    String[] paths = {rig.write("d/1.csv", 1), rig.write("d/2.csv", 2)};
    rig.push(paths);
    rig.run();
    HashChainTrainer.Chain before = rig.state();

    rig.push(paths);
    RunSummary run = rig.run();

    assertThat(run.duplicates()).isEqualTo(2);
    assertThat(run.absorbed()).isZero();
    assertThat(rig.state()).isEqualTo(before);
  }

  @Test
  void deliberateRepeatTrainsAgain() {
    String path = rig.write("d/1.csv", 1);
    rig.push(
        path, "{\"path\":\"d/1.csv\",\"again\":\"x\"}", "{\"path\":\"d/1.csv\",\"again\":\"x\"}");

    RunSummary run = rig.run();

    assertThat(run.absorbed()).isEqualTo(2);
    assertThat(run.duplicates()).isEqualTo(1);
  }

  @Test
  void fileWithOtherContentIsNew() {
    rig.push(rig.write("d/1.csv", 1));
    rig.run();

    rig.push(rig.write("d/1.csv", 2));

    assertThat(rig.run().absorbed()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/1.csv");
  }

  @Test
  void badFileBecomesDeadLetterAndTheRestIsWorkedOff() {
    rig.push(rig.write("d/1.csv", 1), "d/none.csv", rig.write("d/2.csv", 2));

    RunSummary run = rig.run();

    assertThat(run.isClean()).isFalse();
    assertThat(run.dead()).isEqualTo(1);
    assertThat(run.deadLetters()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.queue.deadLetters().list(10))
        .singleElement()
        .satisfies(
            letter -> {
              assertThat(letter.job().payload().text()).isEqualTo("d/none.csv");
              assertThat(letter.reason()).contains("d/none.csv");
            });
    assertThat(rig.lineage().find(2).orElseThrow().decision()).isInstanceOf(Decision.Dead.class);
  }

  @Test
  void dataSetThatTheTrainerRefusesIsRetriedThenDeadAndLeavesTheModelAlone() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/666.csv", 666), rig.write("d/2.csv", 2));
    WorkerRig undisturbed = new WorkerRig(directory.resolve("undisturbed"));
    undisturbed.push(undisturbed.write("d/1.csv", 1), undisturbed.write("d/2.csv", 2));
    undisturbed.run();

    RunSummary run = rig.run();

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.events).containsSubsequence("failed d/666.csv", "processing d/666.csv");
    assertThat(rig.state()).isEqualTo(undisturbed.state());
  }

  @Test
  void trainerThatFailsWithoutATypeCostsItsDataSetAndNoOther() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/555.csv", 555), rig.write("d/2.csv", 2));

    RunSummary run = rig.run();

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(rig.events).anyMatch(event -> event.contains("a careless trainer's"));
  }

  @Test
  void pathOutOfTheDataRootIsDeadAtOnce() throws IOException {
    Path outside = Files.writeString(directory.resolve("secret.csv"), "amount,day,label\n1,1,0\n");
    WorkerRig inner = new WorkerRig(Files.createDirectories(directory.resolve("root")));
    inner.push("../secret.csv", outside.toString());

    RunSummary run = inner.run();

    assertThat(run.dead()).isEqualTo(2);
    assertThat(inner.events).noneMatch(event -> event.startsWith("failed"));
  }

  @Test
  void entryThatIsNoPathIsDeadAtOnce() {
    rig.push("{\"path\":7}", "{oops", rig.write("d/1.csv", 1));

    RunSummary run = rig.run();

    assertThat(run.dead()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
  }

  @Test
  void deadDecisionOutlivesAWorkerThatDiedBeforeItMovedTheEntry() {
    rig.push("d/none.csv");
    AtomicBoolean killed = new AtomicBoolean();
    var dyingStore =
        new InterceptedStore(
            rig.store(),
            (store, draft) -> {
              CommitResult result = store.commit(draft);
              if (killed.compareAndSet(false, true)) {
                throw new CheckpointException("killed");
              }
              return result;
            });

    assertThatThrownBy(() -> rig.run(rig.worker(rig.queue, dyingStore))).hasMessage("killed");
    RunSummary run = rig.run();

    assertThat(run.deadLetters()).isEqualTo(1);
    assertThat(rig.lineage().history()).hasSize(1);
  }

  @Test
  void jobOfWorkersThatKeepDyingIsGivenUp() throws InterruptedException {
    rig.push(rig.write("d/1.csv", 1));
    for (int death = 0; death < 3; death++) {
      assertThat(rig.queue.connectAs("dying").claim(Duration.ZERO))
          .isInstanceOf(Claim.Granted.class);
    }

    RunSummary run = rig.run(rig.worker(rig.queue.connectAs("dying"), rig.store()));

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.events).anyMatch(event -> event.contains("3 workers died"));
  }

  @Test
  void commitThatAnotherWorkerWonIsLookedAtAgain() {
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
  void obligationsComeBeforeTheQueueAndNeedNoEntry() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));
    rig.run();
    HashChainTrainer.Chain before = rig.state();
    rollBack(1, Decision.Disposition.REQUEUE);
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
    rollBack(1, Decision.Disposition.SKIP);

    rig.push(paths);
    RunSummary run = rig.run();

    assertThat(run.absorbed()).isZero();
    assertThat(run.duplicates()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
  }

  @Test
  void damagedHeadIsFallenBackFromAndLearnedAgain() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    rig.run();
    HashChainTrainer.Chain undisturbed = rig.state();
    damageStateOf(2);
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
  void settingsUnderWhichNothingWasLearnedBindNothing() {
    rig.push(rig.write("d/1.csv", 1));
    BatchWorkerBuilder mistyped =
        BatchWorker.builder()
            .queue(rig.queue)
            .dataRoot(directory)
            .trainer(new HashChainTrainer())
            .label("labl")
            .checkpoints(rig.store())
            .retry(RetryPolicy.ofMaxFailures(1));
    assertThat(rig.run(mistyped).dead()).isEqualTo(1);

    rig.push("d/1.csv");

    assertThat(rig.run().absorbed()).isEqualTo(1);
  }

  @Test
  void otherSettingsAreRefusedBeforeAnythingIsClaimed() {
    rig.push(rig.write("d/1.csv", 1));
    rig.run();
    rig.push(rig.write("d/2.csv", 2));

    assertThatThrownBy(() -> rig.run(rig.worker().seed(2)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("seed: 2 here, 1 there");
    assertThat(rig.queue.stats().queued()).isEqualTo(1);
    assertThat(rig.queue.stats().inFlight()).isZero();
  }

  @Test
  void holdOutThatIsNotThereIsRefusedBeforeAnythingIsClaimed() {
    rig.push(rig.write("d/1.csv", 1));

    assertThatThrownBy(() -> rig.run(rig.worker().holdOut("d/hold-out.csv")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("d/hold-out.csv");
    assertThat(rig.queue.stats().inFlight()).isZero();
  }

  @Test
  void holdOutThatDoesNotFitGivesTheJobBack() throws IOException {
    rig.push(rig.write("d/1.csv", 1));
    Files.writeString(directory.resolve("hold-out.csv"), "amount,label\n1,0\n");

    assertThatThrownBy(() -> rig.run(rig.worker().holdOut("hold-out.csv")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("day");
    assertThat(rig.queue.stats().inFlight()).isZero();
    assertThat(rig.lineage().history()).isEmpty();
  }

  @Test
  void holdOutThatDoesNotFitTheLineageIsRefusedBeforeAnythingIsClaimed() throws IOException {
    rig.push(rig.write("d/1.csv", 1));
    rig.run();
    rig.push(rig.write("d/2.csv", 2));
    Files.writeString(directory.resolve("hold-out.csv"), "amount,label\n1,0\n");

    assertThatThrownBy(() -> rig.run(rig.worker().holdOut("hold-out.csv")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("hold-out.csv");
    assertThat(rig.events).doesNotContain("processing d/2.csv");
  }

  @Test
  void holdOutIsNotLearnedThoughItIsInTheQueue() {
    rig.push(rig.write("hold-out.csv", 9), rig.write("d/1.csv", 1));

    RunSummary run = rig.run(rig.worker().holdOut("hold-out.csv"));

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
    assertThat(rig.events).anyMatch(event -> event.contains("is the hold-out"));
  }

  @Test
  void unreadableAncestorStopsTheFallbackInsteadOfBeingPassedOver() throws IOException {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2), rig.write("d/3.csv", 3));
    rig.run();
    damageStateOf(3);
    Path unreadable = stateOf(2);
    Files.delete(unreadable);
    Files.createDirectory(unreadable);
    rig.push(rig.write("d/4.csv", 4));

    assertThatThrownBy(rig::run).isInstanceOf(CheckpointException.class);
    assertThat(rig.lineage().head()).isEqualTo(3);
    assertThat(rig.queue.stats().inFlight()).isZero();
  }

  @Test
  void optionGivenTwiceIsRefused() {
    assertThatThrownBy(() -> rig.worker().label("other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("label");
  }

  @Test
  void entryWithControlCharactersForgesNoLine() {
    rig.push("d/1.csv\nQueue empty, exiting");

    RunSummary run = rig.run();

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.events).noneMatch(event -> event.contains("\n"));
  }

  @Test
  void stopFinishesTheJobInHand() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    BatchWorker[] worker = new BatchWorker[1];
    worker[0] = rig.worker().listener(onProcessing(() -> worker[0].stop())).build();

    RunSummary run = runOnce(worker[0]);

    assertThat(run.outcome()).isEqualTo(RunSummary.Outcome.STOPPED);
    assertThat(rig.absorbed()).containsExactly("d/1.csv");
    assertThat(rig.queue.stats().queued()).isEqualTo(1);
  }

  @Test
  void stopNowGivesTheJobInHandBack() {
    rig.push(rig.write("d/1.csv", 1));
    BatchWorker[] worker = new BatchWorker[1];
    worker[0] = rig.worker().listener(onProcessing(() -> worker[0].stopNow())).build();

    RunSummary run = runOnce(worker[0]);

    assertThat(run.outcome()).isEqualTo(RunSummary.Outcome.STOPPED);
    assertThat(rig.lineage().history()).isEmpty();
    assertThat(rig.queue.stats().inFlight()).isZero();
    assertThat(rig.run().absorbed()).isEqualTo(1);
  }

  @Test
  void interruptGivesTheJobBackUnharmed() {
    rig.push(rig.write("d/1.csv", 1));
    BatchWorkerBuilder interrupted =
        rig.worker().listener(onProcessing(() -> Thread.currentThread().interrupt()));

    assertThatThrownBy(interrupted.build()::run).isInstanceOf(InterruptedException.class);
    assertThat(rig.queue.stats().inFlight()).isZero();
    assertThat(rig.lineage().history()).isEmpty();
    assertThat(rig.run()).isEqualTo(new RunSummary(RunSummary.Outcome.DRAINED, 1, 0, 0, 0, 1));
  }

  @Test
  void classFirstSeenLaterIsAppended() throws IOException {
    rig.push(rig.write("d/1.csv", 1));
    Files.writeString(directory.resolve("d/2.csv"), "amount,day,label\n5,1,3\n6,1,2\n");
    rig.push("d/2.csv");

    rig.run();

    Decision.Absorbed last = (Decision.Absorbed) rig.lineage().model().orElseThrow().decision();
    assertThat(last.model().classes().names()).containsExactly("0", "1", "2", "3");
  }

  @Test
  void scoresStandInTheManifest() {
    rig.write("hold-out.csv", 9);
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));

    rig.run(rig.worker().holdOut("hold-out.csv"));

    Decision.Absorbed first = (Decision.Absorbed) rig.lineage().find(1).orElseThrow().decision();
    Decision.Absorbed second = (Decision.Absorbed) rig.lineage().find(2).orElseThrow().decision();
    assertThat(first.scores().prequential()).isNull();
    assertThat(first.scores().holdOut()).isNotNull().extracting(Scorecard::rows).isEqualTo(2L);
    assertThat(second.scores().prequential()).isNotNull().extracting(Scorecard::rows).isEqualTo(2L);
    assertThat(second.scores().trainingAccuracy()).isBetween(0.0, 1.0);
  }

  @Test
  void secondRunOfOneWorkerIsRefused() {
    BatchWorker worker = rig.worker().build();
    runOnce(worker);

    assertThatThrownBy(worker::run).isInstanceOf(IllegalStateException.class);
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

  private static Lease claim(JobQueue queue) {
    try {
      return ((Claim.Granted) queue.claim(Duration.ZERO)).lease();
    } catch (InterruptedException e) {
      throw new AssertionError("Nobody interrupts this test", e);
    }
  }

  private static RunSummary runOnce(BatchWorker worker) {
    try {
      return worker.run();
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

  private void rollBack(long to, Decision.Disposition disposition) {
    Lineage lineage = rig.lineage();
    List<Manifest> abandoned =
        lineage.history().stream().filter(manifest -> manifest.number() > to).toList();
    List<JobRef> jobs =
        abandoned.stream()
            .map(manifest -> ((Decision.Absorbed) manifest.decision()).job())
            .toList();
    Decision.BackTo decision =
        new Decision.BackTo(
            abandoned.stream().map(Manifest::number).toList(), jobs, disposition, "test");
    CommitResult result = rig.store().commit(new Draft(lineage.head(), to, decision, null, "test"));
    assertThat(result).isInstanceOf(CommitResult.Committed.class);
  }

  private void damageStateOf(long number) throws IOException {
    Path state = stateOf(number);
    byte[] bytes = Files.readAllBytes(state);
    bytes[bytes.length - 40] ^= 1;
    Files.write(state, bytes);
  }

  private Path stateOf(long number) {
    Manifest manifest = rig.lineage().find(number).orElseThrow();
    return directory
        .resolve("output/lineage")
        .resolve(Objects.requireNonNull(manifest.state()).file());
  }
}
