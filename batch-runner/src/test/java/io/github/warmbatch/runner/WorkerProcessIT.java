package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.warmbatch.runner.RunnerProcess.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged worker as a process, on simulated days and a real Redis. */
class WorkerProcessIT {
  @TempDir private Path root;

  @Test
  void tutorialsJobLeavesItsLinesItsFilesAndAnEmptyList() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 4)) {
      bench.push(bench.paths());

      Finished worker = bench.work();

      assertThat(worker.exitCode()).as(worker.errors()).isZero();
      assertThat(worker.lines().get(0)).matches("Worker with sessionID: [0-9a-f-]{36}");
      assertThat(worker.lines().subList(1, worker.lines().size()))
          .containsExactly(
              "Initial queue state: empty=False",
              "Processing dataset: datasets/training/2018-04-01.csv",
              "Processing dataset: datasets/training/2018-04-02.csv",
              "Processing dataset: datasets/training/2018-04-03.csv",
              "Processing dataset: datasets/training/2018-04-04.csv",
              "Queue empty, exiting");
      assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":0");
      assertThat(root.resolve("output"))
          .isDirectoryContaining(file -> file.endsWith("model_cpt_2018-04-01.wbm"))
          .isDirectoryContaining(file -> file.endsWith("model_cpt_2018-04-04.wbm"));
      assertThat(Files.readString(root.resolve("output/report.txt")))
          .containsSubsequence(
              "Training dataset: 2018-04-01.csv",
              "Training dataset: 2018-04-02.csv",
              "Training dataset: 2018-04-03.csv",
              "Training dataset: 2018-04-04.csv\nModel checkpoint: model_cpt_2018-04-04.wbm\n---\n"
                  + "Accuracy on training data: 0.",
              "Accuracy on testing data: 0.");
    }
  }

  @Test
  void tutorialsPandasFilesAreReadAsTheyAre() throws IOException {
    List<String> days = TutorialFiles.layOut(root);
    try (EmbeddedRedis server = EmbeddedRedis.start()) {
      new RedisCommands(server.uri()).send("RPUSH datasets " + String.join(" ", days));

      Finished worker =
          RunnerProcess.start(
                  root,
                  Map.of(
                      "WARMBATCH_REDIS", server.uri(),
                      "WARMBATCH_DATA_ROOT", root.toString(),
                      "WARMBATCH_LABEL", "TX_FRAUD_SCENARIO",
                      "WARMBATCH_IGNORE", "TRANSACTION_ID,TX_FRAUD",
                      "WARMBATCH_HOLD_OUT", "datasets/testing/test_dataset.pkl"),
                  "worker")
              .finish();

      assertThat(worker.exitCode()).as(worker.errors()).isZero();
      assertThat(checkpoints()).extracting("rows").containsExactly(60, 60);
    }
  }

  @Test
  void lifoTakesTheNewestFirst() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 3)) {
      bench.push(bench.paths());
      List<String> backwards = new ArrayList<>(bench.paths());
      Collections.reverse(backwards);

      Finished worker = bench.work("--order", "lifo");

      assertThat(worker.lines().stream().filter(WorkerProcessIT::isProcessing).toList())
          .isEqualTo(backwards.stream().map(path -> "Processing dataset: " + path).toList());
    }
  }

  @Test
  void anotherProcessGoesOnFromTheHeadAndPredictsTheSame() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 3)) {
      bench.push(bench.paths().subList(0, 2));
      bench.work();
      List<String> before = bench.predictions();

      assertThat(bench.predictions()).isEqualTo(before).hasSizeGreaterThan(2);
      bench.push(bench.paths().subList(2, 3));
      bench.work();

      List<Map<Object, Object>> checkpoints = checkpoints();
      assertThat(checkpoints.get(2)).containsEntry("number", 3).containsEntry("parent", 2);
      assertThat(bench.predictions()).isNotEqualTo(before);
    }
  }

  @Test
  void killedAgainAndAgainTheModelIsThatOfAnUndisturbedRun() throws IOException {
    List<String> undisturbed;
    try (WorkerBench bench = new WorkerBench(root.resolve("undisturbed"), 12)) {
      bench.push(bench.paths());
      assertThat(bench.work().exitCode()).isZero();
      undisturbed = bench.predictions();
    }
    Path victim = root.resolve("victim");
    try (WorkerBench bench = new WorkerBench(victim, 12)) {
      bench.push(bench.paths());
      Random random = new Random(20180401);
      for (int death = 0; death < 6; death++) {
        RunnerProcess worker = bench.start();
        worker.awaitLines(WorkerProcessIT::isProcessing, 1 + random.nextInt(3));
        worker.kill();
        worker.finish();
      }
      Finished last = bench.work();

      assertThat(last.exitCode()).as(last.errors()).isZero();
      assertThat(bench.predictions()).isEqualTo(undisturbed);
      assertThat(checkpoints(victim).stream().map(checkpoint -> checkpoint.get("dataset")))
          .containsExactlyElementsOf(List.copyOf(bench.paths()));
    }
  }

  @Test
  void everythingPushedAgainToAnEmptyRedisTrainsOnce() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 2)) {
      bench.push(bench.paths());
      bench.work();
      List<String> before = bench.predictions();
      bench.redis.send("FLUSHALL");
      bench.push(bench.paths());

      Finished worker = bench.work();

      assertThat(worker.exitCode()).isZero();
      assertThat(bench.predictions()).isEqualTo(before);
      assertThat(checkpoints()).hasSize(2);
    }
  }

  @Test
  void sigtermEndsTheWorkerEarlyAndTheNextOneGoesOn() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 2)) {
      bench.push(bench.paths());
      RunnerProcess waiting = bench.start("--wait");
      waiting.awaitLine("Waiting for work"::equals);
      waiting.terminate();

      Finished stopped = waiting.finish();

      assertThat(stopped.exitCode()).as(stopped.errors()).isEqualTo(75);
      assertThat(checkpoints()).hasSize(2);
      assertThat(bench.work().exitCode()).isZero();
    }
  }

  @Test
  void otherSettingsThanTheLineagesAreRefusedByName() throws IOException {
    try (WorkerBench bench = new WorkerBench(root, 1)) {
      bench.push(bench.paths());
      bench.work();
      bench.push(bench.paths());

      Finished worker = bench.work("--seed", "2");

      assertThat(worker.exitCode()).isEqualTo(2);
      assertThat(worker.errors()).contains("seed: 2 here, 1 there").doesNotContain("\tat ");
      assertThat(bench.redis.send("LLEN datasets")).isEqualTo(":1");
    }
  }

  private static boolean isProcessing(String line) {
    return line.startsWith("Processing dataset: ");
  }

  private List<Map<Object, Object>> checkpoints() throws IOException {
    return checkpoints(root);
  }

  @SuppressWarnings("unchecked")
  private static List<Map<Object, Object>> checkpoints(Path root) throws IOException {
    Finished list = RunnerProcess.run(root, "checkpoints", "list", "--json", "--output", "output");
    return (List<Map<Object, Object>>) (List<?>) JSON.std.listFrom(list.output());
  }
}
