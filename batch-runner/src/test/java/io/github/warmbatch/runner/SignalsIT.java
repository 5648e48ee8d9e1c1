package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.runner.RunnerProcess.Finished;
import io.github.warmbatch.training.TrainerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged worker under signals, whatever it is doing. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no signals")
class SignalsIT {

  @TempDir private Path root;
  @TempDir private Path classes;

  @BeforeEach
  void makeTheTrainerKnown() throws IOException {
    Path services = Files.createDirectories(classes.resolve("META-INF/services"));
    Files.writeString(
        services.resolve(TrainerProvider.class.getName()), StubbornProvider.class.getName());
  }

  private RunnerProcess stubborn(WorkerBench bench, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "--trainer";
    all[1] = StubbornProvider.NAME;
    System.arraycopy(more, 0, all, 2, more.length);
    return bench.startWith(classes, all);
  }

  private static boolean isTraining(String line) {
    return line.equals("stubborn: training");
  }

  private static boolean isStopping(String line) {
    return line.startsWith("warmbatch: stopping");
  }

  /** Another worker gets the job at once, not when the lease of half a minute has run out. */
  private static void assertGivenBack(WorkerBench bench) {
    assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":1");
    Finished next = bench.work("--worker-id", "another", "--lease", "1h");
    assertThat(next.exitCode()).as(next.errors()).isZero();
    assertThat(next.lines())
        .contains("Processing dataset: " + bench.paths().get(0))
        .doesNotContain("Waiting for work");
  }

  @Test
  void aTrainerThatNeverComesBackDoesNotHoldTheProcess() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1)) {
      bench.push(bench.paths());
      RunnerProcess worker = stubborn(bench, "--grace", "100ms");
      worker.awaitErrors(SignalsIT::isTraining, 1);
      worker.terminate();

      Finished stopped = worker.finish();

      assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
      assertGivenBack(bench);
    }
  }

  @Test
  void aSecondSignalEndsAGraceOfAnHour() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1)) {
      bench.push(bench.paths());
      RunnerProcess worker = stubborn(bench, "--grace", "1h");
      worker.awaitErrors(SignalsIT::isTraining, 1);
      worker.terminate();
      worker.awaitErrors(SignalsIT::isStopping, 1);
      worker.terminate();

      Finished stopped = worker.finish();

      assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
      assertThat(stopped.errors())
          .contains("has 1h 00m to finish; a second signal gives it back at once")
          .contains("stopping at once: what is in hand is given back");
      assertGivenBack(bench);
    }
  }

  @Test
  void theKeyboardsInterruptIsASignalLikeAnother() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1)) {
      bench.push(bench.paths());
      RunnerProcess worker = stubborn(bench, "--grace", "1h");
      worker.awaitErrors(SignalsIT::isTraining, 1);
      worker.interrupt();
      worker.awaitErrors(SignalsIT::isStopping, 1);
      worker.interrupt();

      assertThat(worker.finish().exitCode()).isEqualTo(75);
      assertGivenBack(bench);
    }
  }

  /** The kubelet's patience ends while the worker still hopes to finish. */
  @Test
  void aKillDuringTheGraceLeavesTheJobToTheNextOfTheSameName() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1)) {
      bench.push(bench.paths());
      RunnerProcess worker =
          stubborn(bench, "--grace", "1h", "--worker-id", "workload-0", "--lease", "1h");
      worker.awaitErrors(SignalsIT::isTraining, 1);
      worker.terminate();
      worker.awaitErrors(SignalsIT::isStopping, 1);
      worker.kill();

      assertThat(worker.finish().exitCode()).isEqualTo(128 + 9);

      assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":1");
      assertThat(root.resolve("output/lineage/00000001.json")).doesNotExist();
      Finished next = bench.work("--worker-id", "workload-0", "--lease", "1h");
      assertThat(next.exitCode()).as(next.errors()).isZero();
      assertThat(next.lines()).doesNotContain("Waiting for work");
    }
  }

  @Test
  void aTerminalThatIsClosedIsASignalLikeAnother() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1);
        Signals signals = Signals.open()) {
      bench.push(bench.paths());
      RunnerProcess worker = stubborn(bench, "--grace", "100ms");
      worker.awaitErrors(SignalsIT::isTraining, 1);
      signals.send("HUP", worker.pid());

      assertThat(worker.finish().exitCode()).isEqualTo(75);
      assertGivenBack(bench);
    }
  }

  @Test
  void whatTheGraceIsTooShortForIsGivenBackAtOnce() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 2)) {
      bench.push(bench.paths());
      RunnerProcess worker =
          stubborn(bench, "--grace=1s", "--trainer-option=batches=1", "--trainer-option=seconds=6");
      worker.awaitErrors(SignalsIT::isTraining, 2);
      worker.terminate();

      Finished stopped = worker.finish();

      assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
      assertThat(stopped.errors())
          .contains("longer, more than the 1s of --grace: it is given back");
      assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":1");
    }
  }

  @Test
  void whatIsLearnedWithinTheGraceIsKept() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 2)) {
      bench.push(bench.paths());
      RunnerProcess worker =
          stubborn(bench, "--grace=1h", "--trainer-option=batches=2", "--trainer-option=seconds=2");
      worker.awaitErrors(SignalsIT::isTraining, 1);
      worker.terminate();

      Finished stopped = worker.finish();

      assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
      assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":1");
      assertThat(root.resolve("output/model_cpt_2018-04-01.wbm")).exists();
    }
  }

  @Test
  void aSignalWhileTheMachineStartsIsHeard() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1)) {
      bench.push(bench.paths());
      // It says which class it loads: the command line's is among the first after main has begun.
      RunnerProcess worker =
          RunnerProcess.start(
              root, Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:stdout"), bench.arguments());
      worker.awaitLine(line -> line.contains(CommandTree.class.getName() + " "));
      worker.terminate();

      Finished stopped = worker.finish();

      assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
      assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":1");
    }
  }

  @Test
  void aCommandThatHasNoWorkInHandEndsByItsSignal() throws IOException {
    RunnerProcess simulating =
        RunnerProcess.start(
            root,
            Map.of("JAVA_TOOL_OPTIONS", "-Xlog:class+load:stdout"),
            "simulate",
            "--days=3000",
            "--out=many");
    simulating.awaitLine(line -> line.contains(CommandTree.class.getName() + " "));
    simulating.terminate();

    assertThat(simulating.finish().exitCode()).isEqualTo(128 + 15);
  }
}
