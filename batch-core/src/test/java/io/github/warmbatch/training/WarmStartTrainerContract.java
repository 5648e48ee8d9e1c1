package io.github.warmbatch.training;

/**
 * The laws of {@link WarmStartTrainer}, as tests. Extend it with a class that has a constructor
 * without parameters, and say which trainer is meant:
 *
 * <pre>{@code
 * class MyTrainerTest extends WarmStartTrainerContract {
 *   @Override
 *   public WarmStartTrainer<?> trainer() {
 *     return new MyTrainer();
 *   }
 * }
 * }</pre>
 *
 * <p>All data are made up, the same in every run, and have columns of all types; see {@link
 * SampleRows}. One law starts another process with this one's class path.
 */
public abstract class WarmStartTrainerContract
    implements LearningLaws, ResumingLaws, InputLaws, PredictionLaws, StateLaws {}
