package io.github.warmbatch;

import java.time.Duration;
import java.util.Optional;

/** What a run has done so far, and how long it took. */
final class Tally {
  private final JobTimer timer = new JobTimer(System::nanoTime);
  private long absorbed;
  private long duplicates;
  private long dead;

  /** A data set of that many bytes is about to be learned. */
  void begun(long bytes) {
    timer.begun(bytes);
  }

  void absorbed() {
    absorbed++;
    timer.done();
  }

  /** Nothing is in hand, whatever became of it. */
  void over() {
    timer.over();
  }

  /** How much longer the data set in hand will take; for any thread. */
  Optional<Duration> left() {
    return timer.left();
  }

  void duplicate() {
    duplicates++;
  }

  void dead() {
    dead++;
  }

  RunSummary summary(RunSummary.Outcome outcome, long deadLetters, long head) {
    return new RunSummary(outcome, absorbed, duplicates, dead, deadLetters, head);
  }
}
