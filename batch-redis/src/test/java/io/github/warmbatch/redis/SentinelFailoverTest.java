package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.QueueCall;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The primary dies in the middle of a run, and the replica takes its place. */
class SentinelFailoverTest {
  @TempDir private Path directory;

  @Test
  void theRunGoesOnAfterAFailoverAndLearnsEachDataSetOnce() throws Exception {
    try (SentinelGroup group = new SentinelGroup(directory)) {
      WorkerOverRedis workers = new WorkerOverRedis(directory, group.uri());
      group.push(workers.day(1), workers.day(2), workers.day(3), workers.day(4));
      Faults faults =
          new Faults()
              .at(QueueCall.COMPLETE_AND_CLAIM, 2, Fault.delayed(() -> group.primary().kill()));

      RunSummary run = workers.work(faults);

      assertThat(faults.outstanding()).isEmpty();
      assertThat(run.isClean()).isTrue();
      assertThat(group.replica().command(SentinelGroup.PASSWORD, "INFO replication"))
          .contains("role:master");
      assertThat(group.replica().command(SentinelGroup.PASSWORD, "LLEN datasets")).isEqualTo("0");
      assertThat(workers.rig.absorbed())
          .containsExactly("d/1.csv", "d/2.csv", "d/3.csv", "d/4.csv");
      assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3, 4));
    }
  }
}
