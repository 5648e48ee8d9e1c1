package io.github.warmbatch.simulation;

import io.github.warmbatch.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The time of a simulation, in which the heartbeats of the living beat. */
final class Timeline {
  final ManualClock clock = new ManualClock();
  private final List<Beat> beats = new ArrayList<>();

  Instant now() {
    return clock.instant();
  }

  Runnable every(SimulatedProcess process, Duration interval, BooleanSupplier task) {
    Beat beat = new Beat(process, interval, task, now().plus(interval));
    beats.add(beat);
    return () -> beats.remove(beat);
  }

  /** Lets this time pass, and each heartbeat beat when it is due; those of the frozen do not. */
  void pass(Duration time) {
    Instant end = now().plus(time);
    for (Optional<Beat> next = nextBy(end); next.isPresent(); next = nextBy(end)) {
      Beat beat = next.get();
      moveTo(beat.due);
      beat.due = now().plus(beat.interval);
      if (!beat.task.getAsBoolean()) {
        beats.remove(beat);
      }
    }
    moveTo(end);
  }

  private Optional<Beat> nextBy(Instant end) {
    return beats.stream()
        .filter(beat -> !beat.process.frozen && !beat.process.hasEnded())
        .filter(beat -> !beat.due.isAfter(end))
        .min(Comparator.comparing(beat -> beat.due));
  }

  private void moveTo(Instant moment) {
    if (moment.isAfter(now())) {
      clock.advance(Duration.between(now(), moment));
    }
  }

  private static final class Beat {
    private final SimulatedProcess process;
    private final Duration interval;
    private final BooleanSupplier task;
    private Instant due;

    private Beat(SimulatedProcess process, Duration interval, BooleanSupplier task, Instant due) {
      this.process = process;
      this.interval = interval;
      this.task = task;
      this.due = due;
    }
  }
}
