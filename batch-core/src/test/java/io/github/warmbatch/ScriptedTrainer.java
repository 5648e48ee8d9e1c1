package io.github.warmbatch;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainerOption;
import io.github.warmbatch.training.TrainerProvider;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Learns the first value of the first column of the newest batch, and gives every row of the
 * classes 0 and 1 away by it: with 70, each row gets the probability 0.7 of its own day's class,
 * which is its second column. So a test writes into a file how good the model is to be.
 */
final class ScriptedTrainer implements WarmStartTrainer<Double> {
  private static final LabelClasses CLASSES = new LabelClasses(List.of("0", "1"));

  @Override
  public TrainerInfo info() {
    return new TrainerInfo("scripted", 1, Map.of());
  }

  @Override
  public Double initial(TrainingSpec spec) {
    return 50.0;
  }

  @Override
  public Double train(Double state, Batch batch) {
    return batch.features().column(0).number(0);
  }

  @Override
  public Predictor predictor(Double state) {
    return new Scripted(state / 100);
  }

  @Override
  public StateCodec<Double> codec() {
    return new Codec();
  }

  /** Finds the trainer by its name. */
  static final class Provider implements TrainerProvider {
    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String description() {
      return "is as good as the data say";
    }

    @Override
    public List<TrainerOption> options() {
      return List.of();
    }

    @Override
    public WarmStartTrainer<?> create(Map<String, String> options) {
      return new ScriptedTrainer();
    }
  }

  private record Scripted(double share) implements Predictor {
    @Override
    public LabelClasses classes() {
      return CLASSES;
    }

    @Override
    public Predictions predict(DataSet features) {
      double[] probabilities = new double[features.rows() * 2];
      for (int row = 0; row < features.rows(); row++) {
        int own = features.column(1).number(row) > 0 ? 1 : 0;
        probabilities[row * 2 + own] = share;
        probabilities[row * 2 + 1 - own] = 1 - share;
      }
      return new Predictions(CLASSES, probabilities);
    }
  }

  private static final class Codec implements StateCodec<Double> {
    @Override
    public void write(Double state, OutputStream out) throws IOException {
      DataOutputStream data = new DataOutputStream(out);
      data.writeDouble(state);
      data.flush();
    }

    @Override
    public Double read(InputStream in, TrainingSpec spec) throws IOException {
      try {
        return new DataInputStream(in).readDouble();
      } catch (EOFException e) {
        throw new StateFormatException("The number is cut short", e);
      }
    }
  }
}
