package io.github.warmbatch.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.warmbatch.checkpoint.CheckpointStore;
import io.github.warmbatch.checkpoint.FileCheckpointStore;
import io.github.warmbatch.checkpoint.InMemoryCheckpointStore;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.checkpoint.Verification;
import io.github.warmbatch.queue.InMemoryJobQueue;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Payload;
import io.github.warmbatch.redis.RedissonJobQueue;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promise as a whole, with real processes, a real Redis and real files: many workers on several
 * queues, a random one killed or frozen every second, Redis ended and restarted. CONTRIBUTING says
 * how to run it with 10,000 jobs.
 */
class TruthIT {
  @TempDir private Path directory;

  @Test
  @Timeout(value = 2, unit = TimeUnit.HOURS) // who runs a longer one; a standstill ends it before
  void whateverIsKilledFrozenOrRestartedEachJobCountsOnceInOrder() throws Exception {
    assumeTrue(Signals.areKnown(), "no /bin/sh here to freeze processes with");
    TruthPlan plan = TruthPlan.ofProperties();
    try (TruthBench bench = new TruthBench(directory, plan)) {
      bench.warmUp();
      bench.queues.forEach(bench::push);
      long begin = System.nanoTime();
      Supervisor.Deeds deeds;
      try (Supervisor supervisor = new Supervisor(bench, plan)) {
        deeds = supervisor.run();
      }
      tell(bench, plan, deeds, begin);

      assertThat(deeds.kills() + deeds.freezes()).isGreaterThanOrEqualTo(plan.disturbances());
      assertThat(deeds.redisEnds()).isEqualTo(plan.redisRestarts());
      for (TruthQueue queue : bench.queues) {
        assertEachJobWasDecidedOnceInOrder(queue);
        assertWhatIsLeftInRedis(bench, queue);
      }
      assertThat(bench.commands.keys()).isSubsetOf(keysThatMayStay(bench));
    }
  }

  private void assertEachJobWasDecidedOnceInOrder(TruthQueue queue) throws InterruptedException {
    CheckpointStore store = FileCheckpointStore.readOnly(queue.output);
    assertThat(store.lineage().history().stream().map(TruthQueue::decision).toList())
        .as("decisions of %s that are missing, too many, or out of order", queue.name)
        .containsExactlyElementsOf(queue.decisions());
    assertThat(models(store)).isEqualTo(models(undisturbed(queue)));
    assertThat(store.verify())
        .extracting(Verification::status)
        .containsOnly(Verification.Status.OK);
  }

  private CheckpointStore undisturbed(TruthQueue queue) throws InterruptedException {
    CheckpointStore store = new InMemoryCheckpointStore(Clock.systemUTC());
    try (JobQueue memory = InMemoryJobQueue.builder().build()) {
      memory.submit(queue.entries().stream().map(Payload::of).toList());
      TruthWorker.worker(memory, store, directory).build().run();
    }
    return store;
  }

  /** The model after each decision that left one. */
  private static List<String> models(CheckpointStore store) {
    List<String> models = new ArrayList<>();
    for (Manifest manifest : store.lineage().history()) {
      if (manifest.state() != null) {
        byte[] state = store.readState(manifest, (model, in) -> in.readAllBytes());
        models.add(HexFormat.of().formatHex(state));
      }
    }
    return models;
  }

  private static void assertWhatIsLeftInRedis(TruthBench bench, TruthQueue queue) {
    try (JobQueue jobs = RedissonJobQueue.connect(URI.create(bench.redis.uri()), queue.name)) {
      assertThat(jobs.stats().queued()).isZero();
      assertThat(jobs.stats().completed()).isEqualTo(queue.entries().size() - queue.dead().size());
      assertThat(jobs.deadLetters().list(Integer.MAX_VALUE))
          .extracting(letter -> letter.job().payload().text())
          .isEqualTo(queue.dead());
    }
  }

  /** A worker's last session is remembered so that an older process of it is refused. */
  private static Set<String> keysThatMayStay(TruthBench bench) {
    Set<String> keys = new HashSet<>();
    for (TruthQueue queue : bench.queues) {
      for (String key : List.of("counters", "history", "dead", "workers")) {
        keys.add("{" + queue.name + "}:" + key);
      }
    }
    return keys;
  }

  private static void tell(TruthBench bench, TruthPlan plan, Supervisor.Deeds deeds, long begin)
      throws Exception {
    List<String> lines = bench.allLines();
    long begun = lines.stream().filter(line -> line.startsWith(TruthWorker.PROCESSING)).count();
    long distinct = bench.queues.stream().mapToLong(queue -> queue.decisions().size()).sum();
    System.out.printf(
        "%s%n%s%n%.1f s; data sets taken in hand %d times, %d of them for the first time;"
            + " completed without learning %d; leases lost %d%n",
        plan,
        deeds,
        (System.nanoTime() - begin) / 1e9,
        begun,
        distinct,
        count(lines, TruthWorker.KNOWN),
        count(lines, TruthWorker.WARNING + "A lease was lost"));
  }

  private static long count(List<String> lines, String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).count();
  }
}
