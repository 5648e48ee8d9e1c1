package io.github.warmbatch.runner;

import io.github.warmbatch.learner.Learners;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A trainer that takes its time, heeds no interrupt, and never comes back from its last batch. It
 * says on standard error when it begins one.
 */
public final class StubbornProvider implements TrainerProvider {
  static final String NAME = "stubborn";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String description() {
    return "Never comes back.";
  }

  @Override
  public List<TrainerOption> options() {
    return List.of(
        new TrainerOption("batches", "0", "how many batches it comes back from"),
        new TrainerOption("seconds", "0", "how long it takes for each of these"));
  }

  @Override
  public WarmStartTrainer<?> create(Map<String, String> options) {
    return new Stubborn<>(
        Learners.logistic(),
        Integer.parseInt(options.getOrDefault("batches", "0")),
        Integer.parseInt(options.getOrDefault("seconds", "0")));
  }

  private static final class Stubborn<S> implements WarmStartTrainer<S> {
    private final WarmStartTrainer<S> trainer;
    private final int seconds;
    private int left;

    Stubborn(WarmStartTrainer<S> trainer, int batches, int seconds) {
      this.trainer = trainer;
      this.left = batches;
      this.seconds = seconds;
    }

    @Override
    public TrainerInfo info() {
      return new TrainerInfo(NAME, 1, Map.of());
    }

    @Override
    public S initial(TrainingSpec spec) {
      return trainer.initial(spec);
    }

    @Override
    public S train(S state, Batch batch) {
      System.err.println("stubborn: training");
      boolean comesBack = left-- > 0;
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      CountDownLatch never = new CountDownLatch(1);
      while (!comesBack || System.nanoTime() < deadline) {
        try {
          if (never.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            throw new AssertionError("nobody counts it down");
          }
          if (!comesBack) {
            never.await();
          }
        } catch (InterruptedException e) {
          System.err.println("stubborn: interrupted, and goes on");
        }
      }
      return trainer.train(state, batch);
    }

    @Override
    public Predictor predictor(S state) {
      return trainer.predictor(state);
    }

    @Override
    public StateCodec<S> codec() {
      return trainer.codec();
    }
  }
}
