package io.github.warmbatch.redis;

import io.github.warmbatch.HashChainTrainer;
import io.github.warmbatch.RunSummary;
import io.github.warmbatch.WorkerRig;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.JobQueue;
import io.github.warmbatch.queue.Order;
import java.net.URI;
import java.nio.file.Path;

/** Data sets, a lineage, and workers that take their jobs from a Redis to which things happen. */
final class WorkerOverRedis {
  static final String NAME = "datasets";
  static final String WORKER = "worker";

  final WorkerRig rig;
  private final Path directory;
  private final URI redis;
  private Order order = Order.FIFO;

  WorkerOverRedis(Path directory, URI redis) {
    this.directory = directory;
    this.redis = redis;
    this.rig = new WorkerRig(directory.resolve("files"));
  }

  /** Has all workers take the newest entry first. */
  WorkerOverRedis lifo() {
    order = Order.LIFO;
    return this;
  }

  /** Writes the data set of this number, and answers its path. */
  String day(int number) {
    return rig.write("d/%d.csv".formatted(number), number);
  }

  /** Writes a data set under that number's path from which nothing can be learned. */
  String badDay(int number) {
    return rig.write("d/%d.csv".formatted(number), 666);
  }

  RedissonJobQueueBuilder options(String workerId) {
    return RedissonJobQueue.builder().redis(redis).name(NAME).workerId(workerId).order(order);
  }

  /** A process that works the queue off. */
  RunSummary work() {
    return work(new Faults());
  }

  /** A process that works the queue off while this happens. */
  RunSummary work(Faults faults) {
    try (JobQueue queue = options(WORKER).connect()) {
      return rig.run(rig.worker(faults.around(queue), rig.store()));
    }
  }

  /** A process that dies of what these faults hold. */
  void die(Faults faults) {
    try {
      RunSummary survived = work(faults);
      throw new AssertionError("It was to die, and lived to tell " + survived);
    } catch (Death e) {
      // As planned.
    }
  }

  /** The end of the process, before the call reaches the queue. */
  static Fault death() {
    return delivery -> {
      throw new Death();
    };
  }

  /** What an undisturbed run over these data sets, in this order, gives. */
  HashChainTrainer.Chain undisturbed(int... days) {
    WorkerRig other = new WorkerRig(directory.resolve("undisturbed"));
    for (int day : days) {
      other.push(other.write("d/%d.csv".formatted(day), day));
    }
    other.run();
    return other.state();
  }

  private static final class Death extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
