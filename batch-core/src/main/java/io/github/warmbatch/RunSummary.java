package io.github.warmbatch;

/**
 * What one run did.
 *
 * @param outcome how it ended
 * @param absorbed how many data sets it learned
 * @param duplicates how many entries it completed because their data set was known already
 * @param dead how many jobs it gave up
 * @param deadLetters how many dead letters the queue held at the end
 * @param head the number of the newest decision at the end
 */
public record RunSummary(
    Outcome outcome, long absorbed, long duplicates, long dead, long deadLetters, long head) {

  /** Whether every job that there was is part of the model. */
  public boolean isClean() {
    return outcome == Outcome.DRAINED && dead == 0 && deadLetters == 0;
  }

  /** How a run ended. */
  public enum Outcome {
    /** There was nothing left to do. */
    DRAINED,
    /** It was asked to stop. */
    STOPPED,
    /** The model became worse than the gate tolerates, and the run was to end then. */
    REGRESSED
  }
}
