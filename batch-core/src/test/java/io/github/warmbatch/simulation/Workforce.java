package io.github.warmbatch.simulation;

import io.github.warmbatch.BatchWorker;
import io.github.warmbatch.RetryPolicy;
import io.github.warmbatch.WorkersInSimulatedTime;
import io.github.warmbatch.WorkersInSimulatedTime.SimulatedTime;
import io.github.warmbatch.dataset.CsvReader;
import io.github.warmbatch.dataset.DatasetReaders;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** The workers' processes, those that ended included. */
final class Workforce {
  private static final RetryPolicy RETRY =
      new RetryPolicy(2, 1_000, 1_000_000, Duration.ofSeconds(1), Duration.ofSeconds(2));

  private final World world;
  private final Executor threads;
  private final List<SimulatedProcess> all = new ArrayList<>();

  Workforce(World world, Executor threads) {
    this.world = world;
    this.threads = threads;
  }

  /** Starts a process under an identity. */
  SimulatedProcess hire(String identity) {
    SimulatedProcess process = new SimulatedProcess(identity + "/" + all.size(), identity);
    all.add(process);
    world.trace.add("host", "starts", process.name);
    process.start(workerOf(process), threads);
    return process;
  }

  List<SimulatedProcess> living() {
    return all.stream().filter(process -> !process.hasEnded()).toList();
  }

  List<SimulatedProcess> frozen() {
    return living().stream().filter(process -> process.frozen).toList();
  }

  /** Whether another process was started later under the same identity. */
  boolean hasSuccessor(SimulatedProcess process) {
    return all.subList(all.indexOf(process) + 1, all.size()).stream()
        .anyMatch(later -> later.identity.equals(process.identity));
  }

  void killAll() {
    living().forEach(SimulatedProcess::kill);
  }

  private BatchWorker workerOf(SimulatedProcess process) {
    return WorkersInSimulatedTime.builder(timeOf(process))
        .queue(new SimulatedQueue(world, process))
        .dataRoot(world.files.root)
        .readers(DatasetReaders.of(List.of(new CsvReader())))
        .trainer(new SimulatedTrainer(process))
        .label("label")
        .checkpoints(new SimulatedStore(world, process))
        .retry(RETRY)
        .listener(new Witness(world.trace, process))
        .workerId(process.name)
        .build();
  }

  private SimulatedTime timeOf(SimulatedProcess process) {
    return new SimulatedTime() {
      @Override
      public long nanoTime() {
        return world.time.now().toEpochMilli() * 1_000_000;
      }

      @Override
      public void sleep(Duration atMost, BooleanSupplier until) {
        if (!until.getAsBoolean()) {
          process.sleep(world.time.now().plus(atMost), until);
        }
      }

      @Override
      public Runnable every(Duration interval, BooleanSupplier task) {
        return world.time.every(process, interval, task);
      }
    };
  }
}
