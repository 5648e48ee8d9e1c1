package io.github.warmbatch.training;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * A trainer with the state it has come to.
 *
 * @param <S> the state
 */
final class TrainerRun<S> {
  private final WarmStartTrainer<S> trainer;
  private final TrainingSpec spec;
  private S state;

  private TrainerRun(WarmStartTrainer<S> trainer, TrainingSpec spec, S state) {
    this.trainer = trainer;
    this.spec = spec;
    this.state = state;
  }

  /** A trainer that has learned nothing of the sample's columns. */
  static TrainerRun<?> begin(TrainerUnderTest test) {
    return begin(test.trainer());
  }

  private static <S> TrainerRun<S> begin(WarmStartTrainer<S> trainer) {
    TrainingSpec spec = SampleRows.spec(trainer);
    return new TrainerRun<>(trainer, spec, trainer.initial(spec));
  }

  /** A trainer that goes on from a saved state. */
  static TrainerRun<?> resume(TrainerUnderTest test, byte[] saved) throws IOException {
    return begin(test.trainer()).loaded(saved);
  }

  /** Learns these one after another. */
  TrainerRun<S> learn(List<Batch> batches) {
    batches.forEach(this::learn);
    return this;
  }

  TrainerRun<S> learn(Batch batch) {
    state = trainer.train(state, batch);
    return this;
  }

  Predictor predictor() {
    return trainer.predictor(state);
  }

  /** What the model makes of these rows. */
  List<Long> bits(SampleRows rows) {
    return ProbabilityChecks.bits(predictor().predict(rows.features()));
  }

  byte[] saved() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    trainer.codec().write(state, out);
    return out.toByteArray();
  }

  /** The same trainer with the state that these bytes are. */
  TrainerRun<S> loaded(byte[] saved) throws IOException {
    return loaded(saved, spec);
  }

  TrainerRun<S> loaded(byte[] saved, TrainingSpec as) throws IOException {
    return new TrainerRun<>(trainer, as, trainer.codec().read(new ByteArrayInputStream(saved), as));
  }

  WarmStartTrainer<S> trainer() {
    return trainer;
  }

  S state() {
    return state;
  }
}
