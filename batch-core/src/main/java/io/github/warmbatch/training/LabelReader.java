package io.github.warmbatch.training;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.LongColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the classes that stand in a label column. */
final class LabelReader {
  /** A label of more values than this is no class: probably a wrong column was named. */
  private static final int MOST_CLASSES = 1000;

  private final Column label;
  private final ModelSpec spec;
  private final Map<String, Integer> codes = new HashMap<>();
  private final List<String> met = new ArrayList<>();

  private LabelReader(Column label, ModelSpec spec) {
    this.label = label;
    this.spec = spec;
  }

  /**
   * A batch of these features, labelled by a column of the same rows: the known classes first, or
   * the declared ones where none is known, then those met here.
   *
   * @throws DatasetException when a label is missing or not among the declared classes, or there
   *     are too many
   */
  static Batch batch(DataSet features, Column label, ModelSpec spec, LabelClasses known) {
    LabelReader reader = new LabelReader(label, spec);
    int[] labels = reader.codes();
    LabelClasses first = known.size() == 0 ? new LabelClasses(spec.declaredClasses()) : known;
    LabelClasses classes = first.with(reader.met);
    int[] numbers = reader.met.stream().mapToInt(classes::indexOf).toArray();
    for (int row = 0; row < labels.length; row++) {
      labels[row] = numbers[labels[row]];
    }
    return new Batch(features, labels, classes);
  }

  private int[] codes() {
    int[] rows = new int[label.rows()];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = row > 0 && isAsBefore(row) ? rows[row - 1] : codeOf(row);
    }
    return rows;
  }

  /** Spares most rows a look-up by text, since most are of one class. */
  private boolean isAsBefore(int row) {
    return label instanceof LongColumn whole
        && !whole.isMissing(row)
        && whole.values()[row] == whole.values()[row - 1];
  }

  private int codeOf(int row) {
    if (label.isMissing(row)) {
      throw new DatasetException(
          "row %d has no label: column '%s' is empty (give it a class, or take the row out)"
              .formatted(row + 1, spec.label()));
    }
    String name = label.text(row);
    Integer known = codes.putIfAbsent(name, met.size());
    if (known != null) {
      return known;
    }
    requireDeclared(name, row);
    met.add(name);
    if (met.size() > MOST_CLASSES) {
      throw new DatasetException(
          "the label column '%s' has more than %d different values (is it the right column?)"
              .formatted(spec.label(), MOST_CLASSES));
    }
    return met.size() - 1;
  }

  private void requireDeclared(String name, int row) {
    List<String> declared = spec.declaredClasses();
    if (!declared.isEmpty() && !declared.contains(name)) {
      throw new DatasetException(
          "row %d, column '%s': the label %s is not one of the declared classes %s (mend the row, or name it in --classes)"
              .formatted(row + 1, spec.label(), DatasetException.quoted(name), declared));
    }
  }
}
