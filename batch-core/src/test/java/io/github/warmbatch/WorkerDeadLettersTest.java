package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.queue.Claim;
import io.github.warmbatch.queue.QueueSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of jobs that cannot be done. */
class WorkerDeadLettersTest {
  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
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
  void entryWithControlCharactersForgesNoLine() {
    rig.push("d/1.csv\nQueue empty, exiting");

    RunSummary run = rig.run();

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.events).noneMatch(event -> event.contains("\n"));
  }

  @Test
  void deadDecisionOutlivesAWorkerThatDiedBeforeItMovedTheEntry() {
    rig.push("d/none.csv");
    CheckpointStore dyingStore = rig.killedAfterItsFirstCommit();

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
  void jobThatIsGivenBackAgainAndAgainIsGivenUp() throws InterruptedException {
    rig.push(rig.write("d/1.csv", 1));
    giveBack(4);

    RunSummary run = rig.run();

    assertThat(run.dead()).isEqualTo(1);
    assertThat(rig.events).anyMatch(event -> event.contains("given back 4 times"));
  }

  @Test
  void givenBackOneTimeLessAJobIsDone() throws InterruptedException {
    rig.push(rig.write("d/1.csv", 1));
    giveBack(3);

    RunSummary run = rig.run();

    assertThat(run.absorbed()).isEqualTo(1);
  }

  private void giveBack(int times) throws InterruptedException {
    for (int time = 0; time < times; time++) {
      ((Claim.Granted) rig.queue.claim(Duration.ZERO)).lease().release();
    }
  }

  @Test
  void deadDecisionSurvivesRestore() throws InterruptedException {
    rig.push("d/1.csv");
    ((Claim.Granted) rig.queue.connectAs("earlier").claim(Duration.ZERO)).lease().release();
    QueueSnapshot snapshot = QueueSnapshot.of(rig.queue);
    rig.run();
    rig.write("d/1.csv", 1);
    snapshot.restore();
    assertThat(rig.queue.stats().deadLetters()).isZero();
    rig.events.clear();

    RunSummary run = rig.run();

    assertThat(run.deadLetters()).isEqualTo(1);
    assertThat(rig.lineage().history()).hasSize(1);
    assertThat(rig.events).containsExactly("drained");
  }
}
