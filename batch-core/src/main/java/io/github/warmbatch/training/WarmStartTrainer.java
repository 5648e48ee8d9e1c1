package io.github.warmbatch.training;

/**
 * Learns from one batch after another and can be put to sleep in between. A trainer itself has no
 * state but its options and is safe for use from many threads; a state belongs to one thread at a
 * time.
 *
 * <p>Laws, which {@code WarmStartTrainerContract} in the testkit checks:
 *
 * <ul>
 *   <li>Training on A, then on B, gives the same predictions, bit for bit, as training on A,
 *       writing the state, reading it in another process, and training on B.
 *   <li>Equal batches and an equal seed give equal predictions.
 *   <li>Missing, infinite and unseen values leave a state that predicts finite probabilities.
 *   <li>Features other than those of the specification are refused before a row is used.
 *   <li>A class may be met for the first time in any batch. A batch of one row or of one class is a
 *       batch.
 *   <li>The batch is not changed.
 *   <li>A truncated or hostile state is refused by a {@link StateFormatException}; reading one runs
 *       nothing that it brings and allocates no more than a small multiple of its size.
 * </ul>
 *
 * @param <S> what was learned so far, and all that must be remembered to go on
 */
public interface WarmStartTrainer<S> {

  /** Name, state version and options. */
  TrainerInfo info();

  /**
   * A state that has learned nothing.
   *
   * @throws TrainingException when this trainer cannot learn from such features
   */
  S initial(TrainingSpec spec);

  /**
   * Learns from a batch.
   *
   * @param state is consumed: it must not be used afterwards, whether this returns or throws
   * @return the new state, which may be the same object
   * @throws TrainingException when the batch cannot be learned from
   */
  S train(S state, Batch batch);

  /**
   * A predictor of what this state knows now, unaffected by what the state learns later.
   *
   * @throws TrainingException when the state has learned nothing yet
   */
  Predictor predictor(S state);

  /** How states are written and read. */
  StateCodec<S> codec();
}
