package io.github.warmbatch;

/**
 * A checkpoint is worse than the champion by more than the gate tolerates: it stays the head and is
 * not promoted.
 *
 * @param number the checkpoint
 * @param champion the number of the champion, which stays
 * @param value what the checkpoint has on the hold-out
 * @param championValue what the champion has on the same hold-out
 * @param shortfall by how much the checkpoint is worse
 * @param gate by which it was measured
 */
public record Regression(
    long number,
    long champion,
    double value,
    double championValue,
    double shortfall,
    QualityGate gate) {

  /** Whether the run ends for it. */
  public boolean stopsRun() {
    return gate.onRegression() == QualityGate.OnRegression.STOP;
  }

  /** What became worse by how much, on one line. */
  public String message() {
    return "Number %d is not promoted: its %s on the hold-out is %s, worse by %s than %s of number %d, which stays the champion (the gate tolerates %s)"
        .formatted(
            number,
            gate.measure().name(),
            QualityGate.shown(value),
            QualityGate.shown(shortfall),
            QualityGate.shown(championValue),
            champion,
            QualityGate.shown(gate.tolerance()));
  }
}
