package io.github.warmbatch;

/** What a run has done so far. */
final class Tally {
  private long absorbed;
  private long duplicates;
  private long dead;

  void absorbed() {
    absorbed++;
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
