package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Small data sets, a Redis, and the packed worker on a queue and an output directory of each run's
 * own. What they have learned is compared with what an undisturbed run predicts.
 */
final class KillBench implements AutoCloseable {
  private static final int ROWS = 12;
  private static final String TEST = "test.csv";

  /**
   * Else the JVM reads files about its container all the time, each read a call to be stopped at.
   */
  private static final String QUIET = "-XX:-UseContainerSupport";

  final Path root;
  private final EmbeddedRedis server;
  private final RedisCommands redis;
  private final Map<Integer, String> undisturbed = new HashMap<>();
  private final Path archive;

  KillBench(Path root, int days) throws IOException {
    this.root = root;
    this.archive = root.resolve("runner.jsa");
    for (int day = 0; day <= days; day++) {
      Files.writeString(root.resolve(day == days ? TEST : path(day)), rows(day));
    }
    this.server = EmbeddedRedis.start();
    this.redis = new RedisCommands(server.uri());
  }

  static String path(int day) {
    return "day-%02d.csv".formatted(day);
  }

  private static String rows(int day) {
    StringBuilder text = new StringBuilder("AMOUNT,HOUR,LABEL\n");
    for (int row = 0; row < ROWS; row++) {
      int amount = (day * 37 + row * 53) % 100;
      text.append("%d.%d,%d,%d%n".formatted(amount, day, row * 2, amount > 60 ? 1 : 0));
    }
    return text.toString();
  }

  /** Pushes the days of these numbers, the last not included, to a run's queue. */
  void push(String run, int from, int to) {
    redis.send(
        "RPUSH %s %s"
            .formatted(
                run,
                String.join(" ", IntStream.range(from, to).mapToObj(KillBench::path).toList())));
  }

  /** What starts the usual worker on a run. */
  List<String> command(String run) {
    return command(run, "worker-0", "1h");
  }

  /** What starts a worker on a run, with the classes that others have loaded before. */
  List<String> command(String run, String workerId, String lease) {
    List<String> command = command(run, "-XX:SharedArchiveFile=" + archive);
    command.addAll(List.of("--worker-id", workerId, "--lease", lease));
    return command;
  }

  private List<String> command(String run, String option) {
    List<String> command =
        new ArrayList<>(RunnerProcess.command("worker", "--redis", server.uri()));
    command.addAll(1, List.of(option, QUIET));
    command.addAll(List.of("--queue", run, "--output", run, "--data-root", root.toString()));
    command.addAll(List.of("--label", "LABEL", "--classes", "0,1", "--trainer", "logistic"));
    return command;
  }

  /** Starts a worker on a run. */
  RunnerProcess start(String run) {
    return RunnerProcess.start(root, command(run));
  }

  /** Starts a worker of this identity on a run. */
  RunnerProcess start(String run, String workerId, String lease) {
    return RunnerProcess.start(root, command(run, workerId, lease));
  }

  /** Lets a worker finish a run undisturbed. */
  void finish(String run) {
    RunnerProcess.Finished worker = start(run).finish();
    assertThat(worker.exitCode()).as(worker.errors()).isZero();
  }

  /** What a run predicts that nobody disturbs; such a run is made once for each number of days. */
  String undisturbed(int days) {
    return undisturbed.computeIfAbsent(days, this::runUndisturbed);
  }

  private String runUndisturbed(int days) {
    String run = "undisturbed-" + days;
    push(run, 0, days);
    boolean isFirst = !Files.exists(archive);
    RunnerProcess.Finished worker =
        RunnerProcess.start(
                root,
                command(
                    run,
                    (isFirst ? "-XX:ArchiveClassesAtExit=" : "-XX:SharedArchiveFile=") + archive))
            .finish();
    assertThat(worker.exitCode()).as(worker.errors()).isZero();
    assertWhole(run, days, 0);
    return predictions(run);
  }

  /** What a run that was disturbed must have come to. */
  void assertLikeUndisturbed(String run, int days) {
    assertLikeUndisturbed(run, days, 0);
  }

  /** The same, of a run that somebody went back in so many times. */
  void assertLikeUndisturbed(String run, int days, int wentBack) {
    assertWhole(run, days, wentBack);
    assertThat(predictions(run)).isEqualTo(undisturbed(days));
  }

  private void assertWhole(String run, int days, int wentBack) {
    Lineage lineage = lineage(run);
    assertThat(lineage.history().stream().filter(KillBench::goesBack).count()).isEqualTo(wentBack);
    assertThat(
            lineage.history().stream()
                .filter(manifest -> !goesBack(manifest) && !lineage.isAbandoned(manifest.number()))
                .map(TruthQueue::decision)
                .toList())
        .isEqualTo(IntStream.range(0, days).mapToObj(day -> "absorbed " + path(day)).toList());
    assertThat(FileCheckpointStore.readOnly(root.resolve(run)).verify())
        .extracting(Verification::status)
        .containsAnyOf(Verification.Status.OK)
        .isSubsetOf(Verification.Status.OK, Verification.Status.ABANDONED);
    assertThat(redis.keys().stream().filter(key -> key.contains(run)).toList())
        .containsExactlyInAnyOrder(
            "{" + run + "}:counters", "{" + run + "}:history", "{" + run + "}:workers");
  }

  private static boolean goesBack(Manifest manifest) {
    return manifest.decision() instanceof Decision.BackTo;
  }

  private String predictions(String run) {
    CommandRun.Result result =
        new CommandRun(root).run("predict", "--model", run, "--checkpoint", "head", TEST);
    assertThat(result.code()).as(result.err()).isZero();
    assertThat(result.lines()).hasSize(ROWS + 1);
    return result.out();
  }

  /** How many data sets a run has learned by now. */
  long learned(String run) {
    return Files.exists(root.resolve(run).resolve("lineage")) ? lineage(run).head() : 0;
  }

  /** What was decided in a run by now. */
  Lineage lineage(String run) {
    return FileCheckpointStore.readOnly(root.resolve(run)).lineage();
  }

  @Override
  public void close() {
    server.close();
  }
}
