package io.github.warmbatch.training;

/** What the laws ask of whoever tests a trainer by them. */
public interface TrainerUnderTest {

  /** The trainer. Every call gives one that is like the others. */
  WarmStartTrainer<?> trainer();

  /**
   * How good it must be on data that can be learned: its log loss on rows not seen, as part of the
   * loss of who only knows how frequent each class is. A trainer that is good with few rows may ask
   * more of itself.
   */
  default double promisedLossRatio() {
    return 0.8;
  }
}
