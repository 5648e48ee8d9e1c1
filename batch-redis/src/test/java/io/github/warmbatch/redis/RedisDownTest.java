package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.BatchWorkerBuilder;
import io.github.warmbatch.RunSummary;
import io.github.warmbatch.WorkerListener;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.QueueCall;
import io.github.warmbatch.queue.QueueException;
import io.github.warmbatch.queue.QueueRefusedException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that does not do what it should in the middle of a run, and a worker that waits. */
class RedisDownTest {
  @TempDir private Path directory;
  private final List<String> said = new ArrayList<>();
  private TestRedis redis;
  private WorkerOverRedis workers;

  @BeforeEach
  void start() throws Exception {
    redis = TestRedis.start(directory.resolve("redis"), "appendonly yes");
    workers = new WorkerOverRedis(directory, redis.uri());
    redis.command(
        "RPUSH datasets " + String.join(" ", workers.day(1), workers.day(2), workers.day(3)));
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void theWorkerSaysThatItWaitsAndGoesOnWhenRedisComesBack() {
    RunSummary run = runStruckBy(redis::kill, redis::start, worker -> worker);

    assertThat(said).isNotEmpty().allMatch(line -> line.contains("cannot be reached"));
    assertEachOnce(run);
  }

  @Test
  void theWorkerGivesUpAfterItsPatienceAndTheNextGoesOn() {
    assertThatThrownBy(
            () -> runStruckBy(redis::kill, () -> {}, one -> one.patience(Duration.ofSeconds(1))))
        .isExactlyInstanceOf(QueueException.class)
        .hasMessageStartingWith("Gave up after ")
        .hasMessageContaining("127.0.0.1:" + redis.port() + " cannot be reached");
    assertThat(said).isNotEmpty();

    redis.start();
    assertThat(workers.work().outcome()).isEqualTo(RunSummary.Outcome.DRAINED);
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3));
  }

  @Test
  void aReadOnlyReplicaIsWaitedFor() {
    RunSummary run =
        runStruckBy(
            () -> redis.command("REPLICAOF 127.0.0.1 1"),
            () -> redis.command("REPLICAOF NO ONE"),
            worker -> worker);

    assertThat(said).isNotEmpty().allMatch(line -> line.contains("read-only replica"));
    assertEachOnce(run);
  }

  @Test
  void anotherTypeAtTheKeyEndsTheRunAndTheNextGoesOn() {
    assertThatThrownBy(
            () -> runStruckBy(() -> redis.command("SET datasets text"), () -> {}, worker -> worker))
        .isInstanceOf(QueueRefusedException.class)
        .hasMessageContaining("'datasets' has to be a list");
    assertThat(said).isEmpty();

    redis.command("DEL datasets");
    redis.command("RPUSH datasets d/1.csv d/2.csv d/3.csv");
    assertThat(workers.work().duplicates()).isEqualTo(2);
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3));
  }

  @Test
  void aFullMemoryKeepsNoWorkerFromWorkingTheQueueOff() {
    workers.badDay(3);
    RunSummary run =
        runStruckBy(() -> redis.command("CONFIG SET maxmemory 1"), () -> {}, worker -> worker);

    assertThat(said).isEmpty();
    assertThat(run.dead()).isEqualTo(1);
    assertThat(run.deadLetters()).isEqualTo(1);
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(redis.command("LLEN datasets")).isEqualTo("0");
  }

  /** Runs a worker to whose second completion trouble comes, which its second complaint ends. */
  private RunSummary runStruckBy(
      Runnable trouble, Runnable relief, UnaryOperator<BatchWorkerBuilder> options) {
    Faults faults = new Faults().at(QueueCall.COMPLETE_AND_CLAIM, 2, Fault.delayed(trouble));
    WorkerListener listener =
        new WorkerListener() {
          @Override
          public void queueUnavailable(String reason, Duration pause) {
            said.add(reason);
            if (said.size() == 2) {
              relief.run();
            }
          }
        };
    try (RedissonJobQueue queue = workers.options(WorkerOverRedis.WORKER).connect()) {
      return workers.rig.run(
          options.apply(workers.rig.beating(faults.around(queue))).listener(listener));
    }
  }

  private void assertEachOnce(RunSummary run) {
    assertThat(run.isClean()).isTrue();
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3));
    assertThat(redis.command("LLEN datasets")).isEqualTo("0");
  }
}
