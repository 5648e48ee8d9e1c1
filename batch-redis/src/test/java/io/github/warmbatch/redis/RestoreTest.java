package io.github.warmbatch.redis;

import static io.github.warmbatch.redis.WorkerOverRedis.WORKER;
import static io.github.warmbatch.redis.WorkerOverRedis.death;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.InterceptedStore;
import io.github.warmbatch.RunSummary;
import io.github.warmbatch.queue.Background;
import io.github.warmbatch.queue.Claims;
import io.github.warmbatch.queue.DeadLetters.Position;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.Lease;
import io.github.warmbatch.queue.QueueCall;
import io.github.warmbatch.queue.SupersededException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Redis that loses its memory, in whole or in part, or gets an older one back: nothing is trained
 * twice, and nothing that is new is skipped.
 */
class RestoreTest {
  @TempDir private Path directory;
  private TestRedis redis;
  private WorkerOverRedis workers;

  @BeforeEach
  void start() throws Exception {
    redis = TestRedis.start(directory.resolve("redis"), "appendonly no");
    workers = new WorkerOverRedis(directory, redis.uri());
  }

  @AfterEach
  void stop() {
    redis.close();
  }

  @Test
  void restoreAfterLpushTrainsOnce() {
    push("RPUSH", workers.day(1), workers.day(2));
    Path snapshot = redis.snapshot();
    workers.die(new Faults().at(QueueCall.COMPLETE_AND_CLAIM, 1, death()));

    redis.restore(snapshot);
    push("LPUSH", workers.day(3));
    RunSummary run = workers.work();

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/3.csv", "d/2.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 3, 2));
    assertThat(redis.command("LLEN datasets")).isEqualTo("0");
  }

  @Test
  void restoreUnderLifoTrainsOnce() {
    workers.lifo();
    push("RPUSH", workers.day(1), workers.day(2), workers.day(3));
    Path snapshot = redis.snapshot();
    workers.die(new Faults().at(QueueCall.COMPLETE_AND_CLAIM, 1, death()));

    redis.restore(snapshot);
    push("RPUSH", workers.day(4));
    push("LPUSH", workers.day(5));
    RunSummary run = workers.work();

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(workers.rig.absorbed())
        .containsExactly("d/3.csv", "d/4.csv", "d/2.csv", "d/1.csv", "d/5.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(3, 4, 2, 1, 5));
    assertThat(redis.command("LLEN datasets")).isEqualTo("0");
  }

  @Test
  void restoredInTheMiddleOfAJobTrainsOnce() {
    push("RPUSH", workers.day(1), workers.day(2));
    Path[] snapshot = new Path[1];
    workers.die(
        new Faults()
            .at(
                QueueCall.COMPLETE_AND_CLAIM,
                1,
                Fault.delayed(() -> snapshot[0] = redis.snapshot()))
            .at(QueueCall.COMPLETE_AND_CLAIM, 2, death()));

    redis.restore(snapshot[0]);
    RunSummary run = workers.work();

    assertThat(run.duplicates()).isEqualTo(2);
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2));
  }

  @Test
  void restoredZombieChangesNothing() throws Exception {
    push("RPUSH", workers.day(1), workers.day(2));
    Path snapshot = redis.snapshot();
    try (Zombie zombie = new Zombie(WORKER)) {
      redis.restore(snapshot);
      workers.work();
      push("RPUSH", workers.day(1), workers.day(3));
      try (RedissonJobQueue younger = workers.options(WORKER).connect()) {
        Lease lease = Claims.granted(younger);
        zombie.awaken();
        assertThatThrownBy(zombie::end).isInstanceOf(SupersededException.class);
        assertThat(redis.entries("datasets")).containsExactly("d/1.csv", "d/3.csv");
        lease.renew();
        lease.release();
      }
    }
    workers.work();
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3));
  }

  @Test
  void restoredZombieOfAnotherIdentityTakesNothingOutThatIsNotItsOwn() throws Exception {
    push("RPUSH", workers.day(1), workers.day(2));
    Path snapshot = redis.snapshot();
    try (Zombie zombie = new Zombie("another")) {
      redis.restore(snapshot);
      workers.work();
      push("RPUSH", workers.day(1), workers.day(3));
      try (RedissonJobQueue other = workers.options(WORKER).connect()) {
        Lease lease = Claims.granted(other);
        zombie.awaken();
        zombie.awaitNextClaim();
        assertThat(redis.entries("datasets")).containsExactly("d/1.csv", "d/3.csv");
        lease.complete();
      }
      assertThat(zombie.end().absorbed()).isEqualTo(1);
    }
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/2.csv", "d/3.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2, 3));
    assertThat(redis.command("LLEN datasets")).isEqualTo("0");
  }

  @Test
  void sideKeysLostBetweenCommitAndComplete() {
    push("RPUSH", workers.day(1), workers.day(2));
    Faults faults =
        new Faults()
            .at(
                QueueCall.COMPLETE_AND_CLAIM,
                1,
                Fault.delayed(Disturbance.SIDE_KEYS_LOST.on(redis)));

    RunSummary run = workers.work(faults);

    assertThat(faults.outstanding()).isEmpty();
    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(workers.rig.events())
        .containsExactly(
            "processing d/1.csv",
            "absorbed 1",
            "processing d/1.csv",
            "known d/1.csv as 1",
            "processing d/2.csv",
            "absorbed 2",
            "drained");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 2));
  }

  @Test
  void requeuedDeadLetterAfterFlushCountsOnce() {
    push("RPUSH", workers.day(1), workers.badDay(2), workers.day(3));
    assertThat(workers.work().dead()).isEqualTo(1);
    workers.day(2);
    requeueTheDeadLetter();
    workers.die(new Faults().at(QueueCall.COMPLETE_AND_CLAIM, 1, death()));

    redis.command("FLUSHALL");
    push("RPUSH", "d/1.csv", "d/2.csv", "d/3.csv");
    RunSummary run = workers.work();

    assertThat(run.duplicates()).isEqualTo(3);
    assertThat(run.isClean()).isTrue();
    assertThat(workers.rig.absorbed()).containsExactly("d/1.csv", "d/3.csv", "d/2.csv");
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 3, 2));
  }

  @Test
  void deadLetterThatARestoreBroughtBackCountsOnce() {
    push("RPUSH", workers.day(1), workers.badDay(2), workers.day(3));
    workers.work();
    Path snapshot = redis.snapshot();
    workers.day(2);
    requeueTheDeadLetter();
    assertThat(workers.work().absorbed()).isEqualTo(1);

    redis.restore(snapshot);
    requeueTheDeadLetter();
    RunSummary run = workers.work();

    assertThat(run.duplicates()).isEqualTo(1);
    assertThat(run.isClean()).isTrue();
    assertThat(workers.rig.state()).isEqualTo(workers.undisturbed(1, 3, 2));
  }

  private void push(String command, String... paths) {
    redis.command(command + " datasets " + String.join(" ", paths));
  }

  private void requeueTheDeadLetter() {
    try (RedissonJobQueue queue = workers.options("operator").connect()) {
      String job = queue.deadLetters().list(10).get(0).job().id();
      assertThat(queue.deadLetters().requeue(job, Position.BACK)).isTrue();
    }
  }

  /** A worker that falls asleep with its first job learned, right before it commits. */
  private final class Zombie implements AutoCloseable {
    private final CountDownLatch asleep = new CountDownLatch(1);
    private final CountDownLatch awake = new CountDownLatch(1);
    private final CountDownLatch claims = new CountDownLatch(1);
    private final RedissonJobQueue queue;
    private final Background<RunSummary> run;

    Zombie(String identity) throws InterruptedException {
      queue = workers.options(identity).connect();
      Faults watched = new Faults().at(QueueCall.CLAIM, 2, Fault.delayed(claims::countDown));
      InterceptedStore store =
          new InterceptedStore(
              workers.rig.store(),
              (real, draft) -> {
                asleep.countDown();
                sleep();
                return real.commit(draft);
              });
      run = Background.start(() -> workers.rig.worker(watched.around(queue), store).build().run());
      asleep.await();
    }

    void awaken() {
      awake.countDown();
    }

    void awaitNextClaim() throws InterruptedException {
      claims.await();
    }

    RunSummary end() throws Exception {
      return run.result();
    }

    @Override
    public void close() {
      awaken();
      queue.close();
    }

    private void sleep() {
      try {
        awake.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
