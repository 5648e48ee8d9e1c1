package io.github.warmbatch.training;

import io.github.warmbatch.dataset.DataSet;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The smallest trainer that keeps the laws: it counts classes where the first column is up to 30,
 * up to 60, above, and where it has no value. Not for use, but to try the contract on.
 */
class StumpTrainer implements WarmStartTrainer<StumpTrainer.Counts> {
  private static final int MARK = 0x53545550;
  private static final int SIDES = 4;

  /** How often each class, by name, was met on each side. */
  static final class Counts {
    final TrainingSpec spec;
    LabelClasses classes = LabelClasses.NONE;
    final Map<String, long[]> bySide = new HashMap<>();

    Counts(TrainingSpec spec) {
      this.spec = spec;
    }

    Counts copy() {
      Counts copy = new Counts(spec);
      copy.classes = classes;
      bySide.forEach((name, counts) -> copy.bySide.put(name, counts.clone()));
      return copy;
    }

    void add(String name, int side, long times) {
      bySide.computeIfAbsent(name, unmet -> new long[SIDES])[side] += times;
    }

    double share(String name, int side) {
      return 1 + bySide.getOrDefault(name, new long[SIDES])[side];
    }
  }

  @Override
  public TrainerInfo info() {
    return new TrainerInfo("stump", 1, Map.of());
  }

  @Override
  public Counts initial(TrainingSpec spec) {
    return new Counts(spec);
  }

  @Override
  public Counts train(Counts state, Batch batch) {
    require(state, batch.features());
    if (batch.rows() == 0) {
      return state;
    }
    Counts next = state.copy();
    next.classes = batch.classes();
    for (int row = 0; row < batch.rows(); row++) {
      String name = batch.classes().names().get(batch.labels()[row]);
      next.add(name, side(batch.features().column(0).number(row)), 1);
    }
    return next;
  }

  int side(double value) {
    return Double.isNaN(value) ? 3 : value > 60 ? 2 : value > 30 ? 1 : 0;
  }

  void require(Counts state, DataSet features) {
    if (!features.schema().equals(state.spec.features())) {
      throw new TrainingException("Other columns: " + features.schema());
    }
  }

  @Override
  public Predictor predictor(Counts state) {
    if (state.classes.size() == 0) {
      throw new TrainingException("Nothing learned yet");
    }
    return new Predictor() {
      @Override
      public LabelClasses classes() {
        return state.classes;
      }

      @Override
      public Predictions predict(DataSet features) {
        require(state, features);
        return shares(state, features);
      }
    };
  }

  private Predictions shares(Counts state, DataSet features) {
    List<String> names = state.classes.names();
    double[] shares = new double[features.rows() * names.size()];
    for (int row = 0; row < features.rows(); row++) {
      int side = side(features.column(0).number(row));
      double sum = names.stream().mapToDouble(name -> state.share(name, side)).sum();
      for (int label = 0; label < names.size(); label++) {
        shares[row * names.size() + label] = state.share(names.get(label), side) / sum;
      }
    }
    return new Predictions(state.classes, shares);
  }

  @Override
  public StateCodec<Counts> codec() {
    return new Codec();
  }

  /** A mark, the columns, the classes, the counts. */
  static class Codec implements StateCodec<Counts> {
    @Override
    public void write(Counts state, OutputStream out) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      DataOutputStream data = new DataOutputStream(bytes);
      data.writeInt(MARK);
      data.writeUTF(state.spec.features().toString());
      data.writeInt(state.classes.size());
      for (String name : state.classes.names()) {
        data.writeUTF(name);
        for (long count : state.bySide.getOrDefault(name, new long[SIDES])) {
          data.writeLong(count);
        }
      }
      bytes.writeTo(out);
    }

    @Override
    public Counts read(InputStream in, TrainingSpec spec) throws IOException {
      try {
        return read(new DataInputStream(in), spec);
      } catch (EOFException | IllegalArgumentException | UTFDataFormatException e) {
        throw new StateFormatException("No state of a stump: " + e, e);
      }
    }

    private static Counts read(DataInputStream data, TrainingSpec spec) throws IOException {
      if (data.readInt() != MARK || !data.readUTF().equals(spec.features().toString())) {
        throw new StateFormatException("No state of a stump for these columns");
      }
      Counts counts = new Counts(spec);
      List<String> names = new ArrayList<>();
      for (int left = data.readInt(); left > 0; left--) {
        names.add(data.readUTF());
        for (int side = 0; side < SIDES; side++) {
          counts.add(names.get(names.size() - 1), side, data.readLong());
        }
      }
      counts.classes = new LabelClasses(names);
      return counts;
    }
  }
}
