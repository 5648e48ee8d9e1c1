package io.github.warmbatch.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.RunSummary;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.queue.Fault;
import io.github.warmbatch.queue.Faults;
import io.github.warmbatch.queue.QueueCall;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A run of two data sets with a bad one in between, again and again, struck before each of its
 * calls to the queue in turn: the model is that of the undisturbed run.
 */
class TroubleAtEveryCallTest {
  private static final List<QueueCall> CALLS =
      List.of(QueueCall.STATS, QueueCall.COMPLETE_AND_CLAIM, QueueCall.FAIL, QueueCall.BURY);

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource(Disturbance.class)
  void eachDataSetIsLearnedOnceInItsPlace(Disturbance disturbance) throws Exception {
    try (TestRedis redis = TestRedis.start(directory.resolve("redis"), disturbance.persistence())) {
      WorkerOverRedis undisturbed = begin(redis, "undisturbed");
      Faults counter = new Faults();
      undisturbed.work(counter);
      for (Map.Entry<QueueCall, Integer> calls : calls(undisturbed, counter).entrySet()) {
        for (int nth = 1; nth <= calls.getValue(); nth++) {
          String moment = "%s %s %d".formatted(disturbance, calls.getKey(), nth);
          WorkerOverRedis disturbed = begin(redis, moment);
          Faults faults =
              new Faults().at(calls.getKey(), nth, Fault.delayed(disturbance.on(redis)));
          RunSummary run = disturbed.work(faults);
          assertThat(run.outcome()).as(moment).isEqualTo(RunSummary.Outcome.DRAINED);
          assertThat(faults.outstanding()).as(moment).isEmpty();
          // What comes back after the last look is the next run's.
          disturbed.work();
          assertThat(redis.command("LLEN datasets")).as(moment).isEqualTo("0");
          assertThat(disturbed.rig.absorbed()).as(moment).containsExactly("d/1.csv", "d/3.csv");
          assertThat(disturbed.rig.state()).as(moment).isEqualTo(undisturbed.rig.state());
          assertThat(disturbed.rig.lineage().history())
              .as(moment)
              .extracting(Manifest::decision)
              .hasAtLeastOneElementOfType(Decision.Dead.class);
        }
      }
    }
  }

  private WorkerOverRedis begin(TestRedis redis, String name) {
    WorkerOverRedis workers = new WorkerOverRedis(directory.resolve(name), redis.uri());
    String paths = String.join(" ", workers.day(1), workers.badDay(2), workers.day(3));
    redis.command("FLUSHALL");
    redis.command("SET everything \"" + paths + "\"");
    redis.command("RPUSH datasets " + paths);
    redis.snapshot();
    return workers;
  }

  /**
   * Every call that a run makes. Of the claims those that it makes even if no backoff is met: a
   * first completion brings the next job along, the last one finds none.
   */
  private static Map<QueueCall, Integer> calls(WorkerOverRedis undisturbed, Faults counter) {
    Map<QueueCall, Integer> calls = new EnumMap<>(QueueCall.class);
    for (QueueCall call : CALLS) {
      calls.put(call, counter.count(call));
      assertThat(counter.count(call)).as(call.name()).isPositive();
    }
    long deliveries =
        undisturbed.rig.events().stream().filter(event -> event.startsWith("processing")).count();
    int withCompletions = counter.count(QueueCall.COMPLETE_AND_CLAIM) - 1;
    calls.put(QueueCall.CLAIM, Math.toIntExact(deliveries) - withCompletions + 1);
    return calls;
  }
}
