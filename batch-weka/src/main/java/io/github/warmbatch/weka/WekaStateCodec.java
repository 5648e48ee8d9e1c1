package io.github.warmbatch.weka;

import io.github.warmbatch.dataset.ColumnType;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.StateCodec;
import io.github.warmbatch.training.StateFormatException;
import io.github.warmbatch.training.TrainingSpec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A state in bytes, all numbers big-endian: {@code WBWK}, format version, length of what follows;
 * then the trainer's name and version, the features' names and types, the classes with their
 * counts, the encoding, and the model to the end. Numbers and text alone: there is nothing in it to
 * instantiate.
 */
final class WekaStateCodec implements StateCodec<WekaState> {
  private static final int MAGIC = 0x5742574B;
  private static final int FORMAT = 1;
  private static final int HEAD = 12;

  private final WekaTrainer trainer;

  WekaStateCodec(WekaTrainer trainer) {
    this.trainer = trainer;
  }

  @Override
  public void write(WekaState state, OutputStream out) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    writeBody(state, new DataOutputStream(body));
    DataOutputStream data = new DataOutputStream(out);
    data.writeInt(MAGIC);
    data.writeInt(FORMAT);
    data.writeInt(body.size());
    body.writeTo(data);
    data.flush();
  }

  private void writeBody(WekaState state, DataOutputStream out) throws IOException {
    StateOutput.text(out, trainer.info().name());
    out.writeInt(trainer.info().version());
    List<Field> fields = state.spec().features().fields();
    out.writeInt(fields.size());
    for (Field field : fields) {
      StateOutput.text(out, field.name());
      StateOutput.text(out, field.type().name());
    }
    out.writeInt(state.classes().size());
    for (int label = 0; label < state.classes().size(); label++) {
      StateOutput.text(out, state.classes().names().get(label));
      out.writeLong(state.counts().get(label));
    }
    state.encoding().write(out);
    out.write(state.model());
  }

  @Override
  public WekaState read(InputStream in, TrainingSpec spec) throws IOException {
    StateInput head = new StateInput(in.readNBytes(HEAD));
    head.whole("the mark of a Weka trainer's state", MAGIC, MAGIC);
    head.whole("the format version", FORMAT, FORMAT);
    int length = head.whole("the length", 0, Integer.MAX_VALUE);
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new StateFormatException(
          "The state ends after %d of %d bytes".formatted(body.length, length));
    }
    return readBody(new StateInput(body), spec);
  }

  private WekaState readBody(StateInput in, TrainingSpec spec) throws StateFormatException {
    requireTrainer(in);
    Schema features = readFeatures(in);
    if (!features.equals(spec.features())) {
      throw new StateFormatException(
          "The state is for other columns: " + Columns.difference(spec.features(), features));
    }
    int size = in.count("a number of classes", Integer.MAX_VALUE);
    List<String> names = new ArrayList<>();
    List<Long> counts = new ArrayList<>();
    for (int label = 0; label < size; label++) {
      names.add(in.text("a class"));
      counts.add(in.amount("a count"));
    }
    FeatureEncoding encoding = trainer.initial(spec).encoding().read(in);
    return checked(new WekaState(spec, classes(names), counts, encoding, in.rest()));
  }

  private void requireTrainer(StateInput in) throws StateFormatException {
    String name = in.text("the trainer's name");
    if (!name.equals(trainer.info().name())) {
      throw new StateFormatException(
          "The state is of trainer '%s', not of %s".formatted(name, trainer.info().name()));
    }
    int version = trainer.info().version();
    in.whole("the trainer's version", version, version);
  }

  private static Schema readFeatures(StateInput in) throws StateFormatException {
    int size = in.count("a number of columns", Integer.MAX_VALUE);
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      fields.add(new Field(in.text("a column's name"), type(in.text("a column's type"))));
    }
    try {
      return Schema.of(fields);
    } catch (IllegalArgumentException e) {
      throw new StateFormatException("The state's columns make no table: " + e.getMessage(), e);
    }
  }

  private static ColumnType type(String name) throws StateFormatException {
    for (ColumnType type : ColumnType.values()) {
      if (type.name().equals(name)) {
        return type;
      }
    }
    throw new StateFormatException("There is no column type '%s'".formatted(name));
  }

  private static LabelClasses classes(List<String> names) throws StateFormatException {
    try {
      return new LabelClasses(names);
    } catch (IllegalArgumentException e) {
      throw new StateFormatException("The state's classes make no label: " + e.getMessage(), e);
    }
  }

  /** A state whose model can be made; the model itself is made again where it is needed. */
  private WekaState checked(WekaState state) throws StateFormatException {
    trainer.model(state, state.classes());
    return state;
  }
}
