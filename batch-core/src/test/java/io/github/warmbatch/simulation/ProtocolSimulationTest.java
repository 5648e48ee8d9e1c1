package io.github.warmbatch.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real workers under everything that can happen to them, in schedules told by seeds. More of them
 * by {@code -Dsimulation.schedules=100000}, others by {@code -Dsimulation.first=1000000}, and one
 * alone by {@code -Dsimulation.first=N -Dsimulation.schedules=1}.
 */
class ProtocolSimulationTest {
  private static final long FIRST = Long.getLong("simulation.first", 1);
  private static final long SCHEDULES = Long.getLong("simulation.schedules", 2_000);
  private static final int THREADS = 2;

  @TempDir private Path directory;

  @Test
  void whateverHappensEveryDataSetCountsOnceAndInOrder() throws Exception {
    ExecutorService threads = Executors.newCachedThreadPool(ProtocolSimulationTest::daemon);
    AtomicLong next = new AtomicLong(FIRST);
    List<Future<Census>> parts = new ArrayList<>();
    for (int part = 0; part < THREADS; part++) {
      Stage stage = Stage.in(Files.createDirectory(directory.resolve("p" + part)), threads);
      parts.add(threads.submit(() -> runSchedules(next, stage)));
    }
    Census census = new Census();
    try {
      for (Future<Census> part : parts) {
        census.add(part.get());
      }
    } catch (ExecutionException e) {
      next.set(Long.MAX_VALUE);
      if (e.getCause() instanceof AssertionError failed) {
        throw failed;
      }
      throw e;
    } finally {
      threads.shutdownNow();
    }
    System.out.println("Simulated: " + census);
    assertThat(census.schedules()).isEqualTo(SCHEDULES);
    assertThat(SCHEDULES < 1_000 || census.hasAll()).as("every event happened").isTrue();
  }

  private static Census runSchedules(AtomicLong next, Stage stage) {
    Census census = new Census();
    for (long seed = next.getAndIncrement();
        seed < FIRST + SCHEDULES;
        seed = next.getAndIncrement()) {
      Schedule schedule = new Schedule(seed, census, stage);
      try {
        schedule.run();
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "Seed %d (run it alone by -Dsimulation.first=%d -Dsimulation.schedules=1): %s%n%s"
                .formatted(seed, seed, e.getMessage(), schedule.trace()),
            e);
      }
      census.countSchedule(schedule.trace().size(), schedule.decisions());
    }
    return census;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "simulated");
    thread.setDaemon(true);
    return thread;
  }
}
