package io.github.warmbatch.queue;

import static io.github.warmbatch.queue.QueueBench.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The laws of a queue with many workers at once. */
public interface ContentionLaws extends QueueBench {

  /** Ten workers, one in flight: never two at once, and in order. */
  @Test
  default void tenWorkersNeverOverlapAndKeepTheOrder() throws Exception {
    String[] texts = IntStream.range(0, 60).mapToObj(i -> "job " + i).toArray(String[]::new);
    submit(worker("feeder"), texts);
    Diary diary = new Diary();
    List<Background<Integer>> workers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      JobQueue queue = worker("worker-" + i);
      workers.add(Background.start(() -> diary.workOff(queue)));
    }
    int done = 0;
    for (Background<Integer> worker : workers) {
      done += worker.result();
    }
    assertThat(done).isEqualTo(texts.length);
    assertThat(diary.most).hasValue(1);
    assertThat(diary.begun).containsExactly(texts);
  }

  /** Each completion wakes one that waits, until nothing is left; stopping then is harmless. */
  @Test
  default void waitingWorkersWakeEachOther() throws Exception {
    List<Background<Claim>> workers = new ArrayList<>();
    CountDownLatch left = new CountDownLatch(20);
    for (int i = 0; i < 4; i++) {
      JobQueue queue = worker("worker-" + i);
      workers.add(
          Background.start(
              () -> {
                while (true) {
                  if (queue.claim(LONG) instanceof Claim.Granted granted) {
                    granted.lease().complete();
                    left.countDown();
                  }
                }
              }));
    }
    JobQueue feeder = worker("feeder");
    submit(feeder, IntStream.range(0, 20).mapToObj(i -> "job " + i).toArray(String[]::new));
    left.await();
    for (Background<Claim> worker : workers) {
      worker.interrupt();
      assertThatThrownBy(worker::result).isInstanceOf(InterruptedException.class);
    }
    assertThat(feeder.stats()).isEqualTo(new QueueStats(0, 0, 0, 20));
  }

  /** The threads of one worker share its connection, and get no more than any other. */
  @Test
  default void threadsOfOneWorkerGetOneLeaseAtATime() throws Exception {
    JobQueue queue = worker("a");
    submit(queue, "one", "two", "three");
    List<Background<Claim>> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(Background.start(() -> queue.claim(Duration.ZERO)));
    }
    int granted = 0;
    for (Background<Claim> thread : threads) {
      granted += thread.result() instanceof Claim.Granted ? 1 : 0;
    }
    assertThat(granted).isEqualTo(1);
    assertThat(queue.stats().inFlight()).isEqualTo(1);
  }

  /** Whatever becomes of single deliveries, each job is completed once, in order. */
  @Test
  default void throughFailuresReleasesAndRestartsEachJobIsCompletedOnceInOrder() throws Exception {
    String[] texts = IntStream.range(0, 30).mapToObj(i -> "job " + i).toArray(String[]::new);
    JobQueue queue = worker("a");
    submit(queue, texts);
    Random chance = new Random(20180401);
    List<String> completed = new ArrayList<>();
    int deliveries = 0;
    int counted = 0;
    while (queue.claim(Duration.ZERO) instanceof Claim.Granted granted) {
      Lease lease = granted.lease();
      deliveries++;
      switch (chance.nextInt(8)) {
        case 0 -> queue = worker("a");
        case 1, 2 -> lease.release();
        case 3, 4 -> lease.fail("broken", Duration.ZERO);
        default -> {
          lease.complete();
          completed.add(lease.job().payload().text());
          Attempts attempts = lease.job().attempts();
          counted += attempts.failures() + attempts.abandonments() + attempts.releases() + 1;
        }
      }
    }
    assertThat(completed).containsExactly(texts);
    assertThat(counted).isEqualTo(deliveries).isGreaterThan(texts.length);
    assertThat(queue.stats()).isEqualTo(new QueueStats(0, 0, 0, texts.length));
  }

  /** What several workers did, and how many at once. */
  final class Diary {
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();
    private final List<String> begun = Collections.synchronizedList(new ArrayList<>());

    private Diary() {}

    private int workOff(JobQueue queue) throws InterruptedException {
      int done = 0;
      Claim claim = queue.claim(Duration.ZERO);
      while (!(claim instanceof Claim.Drained)) {
        if (claim instanceof Claim.Granted granted) {
          work(granted.lease());
          done++;
        } else {
          Thread.onSpinWait();
        }
        claim = queue.claim(Duration.ZERO);
      }
      return done;
    }

    private void work(Lease lease) {
      most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
      begun.add(lease.job().payload().text());
      inFlight.decrementAndGet();
      lease.complete();
    }
  }
}
