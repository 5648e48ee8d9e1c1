package io.github.warmbatch;

import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.training.Batch;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.Predictions;
import io.github.warmbatch.training.Predictor;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainerInfo;
import io.github.warmbatch.training.TrainingException;
import io.github.warmbatch.training.TrainingSpec;
import io.github.warmbatch.training.WarmStartTrainer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns nothing but which rows it saw in which order: a batch left out, learned twice or out of
 * turn gives other predictions. Refuses a batch that holds the number 666, ends at an interrupt,
 * and fails without a type when asked about rows that begin with 555.
 */
public final class HashChainTrainer implements WarmStartTrainer<HashChainTrainer.Chain> {
  private static final double POISON = 666;
  private static final double CLUMSY = 555;
  private static final int LIMIT = 1000;

  /**
   * What was seen.
   *
   * @param hash of all rows in order
   * @param classes how many classes were met
   */
  public record Chain(long hash, int classes) {}

  @Override
  public TrainerInfo info() {
    return new TrainerInfo("hash-chain", 1, Map.of());
  }

  @Override
  public Chain initial(TrainingSpec spec) {
    return new Chain(1, 0);
  }

  @Override
  public Chain train(Chain state, Batch batch) {
    long hash = state.hash();
    DataSet features = batch.features();
    for (int row = 0; row < batch.rows(); row++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new TrainingException("interrupted at row %d".formatted(row + 1));
      }
      for (int column = 0; column < features.schema().size(); column++) {
        double value = features.column(column).number(row);
        if (value == POISON) {
          throw new TrainingException("row %d holds 666".formatted(row + 1));
        }
        hash = hash * 31 + Double.hashCode(value);
      }
      hash = hash * 31 + batch.labels()[row];
    }
    return new Chain(hash, batch.classes().size());
  }

  @Override
  public Predictor predictor(Chain state) {
    return new ChainPredictor(state);
  }

  @Override
  public StateCodec<Chain> codec() {
    return new ChainCodec();
  }

  private record ChainPredictor(Chain state) implements Predictor {
    @Override
    public LabelClasses classes() {
      return LabelClasses.NONE.with(
          IntStream.range(0, state.classes()).mapToObj(String::valueOf).toList());
    }

    @Override
    public Predictions predict(DataSet features) {
      if (features.rows() > 0 && features.column(0).number(0) == CLUMSY) {
        throw new IllegalStateException("a careless trainer's untyped failure");
      }
      int classes = state.classes();
      double[] probabilities = new double[features.rows() * classes];
      for (int row = 0; row < features.rows(); row++) {
        double share = Math.floorMod(state.hash() + row, LIMIT) / (double) LIMIT;
        probabilities[row * classes] = 1 - share;
        if (classes > 1) {
          probabilities[row * classes + 1] = share;
        }
      }
      return new Predictions(classes(), probabilities);
    }
  }

  private static final class ChainCodec implements StateCodec<Chain> {
    @Override
    public void write(Chain state, OutputStream out) throws IOException {
      DataOutputStream data = new DataOutputStream(out);
      data.writeLong(state.hash());
      data.writeInt(state.classes());
      data.flush();
    }

    @Override
    public Chain read(InputStream in, TrainingSpec spec) throws IOException {
      try {
        DataInputStream data = new DataInputStream(in);
        return new Chain(data.readLong(), data.readInt());
      } catch (EOFException e) {
        throw new StateFormatException("The chain is cut short", e);
      }
    }
  }
}
