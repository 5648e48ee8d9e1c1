package io.github.warmbatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings that do not fit, each other or the lineage. */
class WorkerConfigurationTest {
  @TempDir private Path directory;

  private WorkerRig rig;

  @BeforeEach
  void setUp() {
    rig = new WorkerRig(directory);
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
            .retry(RetryPolicy.DEFAULT.withMaxFailures(1));
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
  void optionGivenTwiceIsRefused() {
    assertThatThrownBy(() -> rig.worker().label("other"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("label");
  }
}
