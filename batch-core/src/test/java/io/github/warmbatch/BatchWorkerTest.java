package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.evaluation.Scorecard;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.Payload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a worker does with a queue when nothing goes wrong. */
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
  void checkpointOfAnotherWorkerIsGoneOnFrom() {
    rig.push(rig.write("d/1.csv", 1), rig.write("d/2.csv", 2));
    InMemoryJobQueue another = queueOf("d/2.csv");
    WorkerListener meanwhile =
        new WorkerListener() {
          @Override
          public void absorbed(Manifest manifest) {
            if (manifest.number() == 1) {
              rig.run(rig.worker(another, rig.store()));
              rig.push(rig.write("d/3.csv", 3));
            }
          }
        };
    WorkerRig undisturbed = new WorkerRig(directory.resolve("undisturbed"));
    for (int day = 1; day <= 3; day++) {
      undisturbed.push(undisturbed.write("d/" + day + ".csv", day));
    }
    undisturbed.run();

    RunSummary run = rig.run(rig.worker().listener(meanwhile));

    assertThat(run.absorbed()).isEqualTo(2);
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(rig.state()).isEqualTo(undisturbed.state());
  }

  @Test
  void everythingPushedAgainTrainsOnce() {
    String[] paths = {rig.write("d/1.csv", 1), rig.write("d/2.csv", 2)};
    rig.push(paths);
    rig.run();
    HashChainTrainer.Chain before = rig.state();

    rig.run(rig.worker(queueOf(paths), rig.store()));
    assertThat(rig.state()).isEqualTo(before);

    RunSummary run =
        rig.run(rig.worker(queueOf(paths[0], paths[1], rig.write("d/3.csv", 3)), rig.store()));
    assertThat(run.duplicates()).isEqualTo(2);
    assertThat(rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
  }

  /** A queue that remembers nothing. */
  private static InMemoryJobQueue queueOf(String... entries) {
    InMemoryJobQueue queue = InMemoryJobQueue.builder().build();
    queue.submit(Arrays.stream(entries).map(Payload::of).toList());
    return queue;
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
    rig.run(worker);

    assertThatThrownBy(worker::run).isInstanceOf(IllegalStateException.class);
  }
}
