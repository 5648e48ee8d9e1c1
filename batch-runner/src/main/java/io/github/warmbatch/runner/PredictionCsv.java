package io.github.warmbatch.runner;

import io.github.warmbatch.training.LabelClasses;
import io.github.warmbatch.training.ModelSpec;
import io.github.warmbatch.training.Predictions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Predictions as CSV: {@code row,prediction,score,p_<class>…}, rows from 0, numbers in full
 * precision. Equal predictions give equal bytes.
 */
final class PredictionCsv {
  private static final int BUFFER = 1 << 16;

  private final Predictions predictions;
  private final boolean[] positive;
  private final String[] names;

  PredictionCsv(Predictions predictions, ModelSpec spec) {
    this.predictions = predictions;
    LabelClasses classes = predictions.classes();
    this.positive = spec.positivesAmong(classes);
    this.names = new String[classes.size()];
    for (int label = 0; label < names.length; label++) {
      names[label] = quoted(classes.names().get(label));
    }
  }

  /** Writes all of it; flushes, does not close. */
  void writeTo(OutputStream out) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
    writer.write("row,prediction,score");
    for (String name : predictions.classes().names()) {
      writer.write("," + quoted("p_" + name));
    }
    writer.write('\n');
    for (int row = 0; row < predictions.rows(); row++) {
      writeRow(writer, row);
    }
    writer.flush();
  }

  private void writeRow(Writer writer, int row) throws IOException {
    writer.write(Integer.toString(row));
    writer.write(',');
    writer.write(names[predictions.mostProbable(row)]);
    writer.write(',');
    writer.write(Double.toString(predictions.probabilityOfAny(row, positive)));
    for (int label = 0; label < names.length; label++) {
      writer.write(',');
      writer.write(Double.toString(predictions.probability(row, label)));
    }
    writer.write('\n');
  }

  private static String quoted(String text) {
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
