package io.github.warmbatch.training;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.DataSet;
import io.github.warmbatch.dataset.DatasetException;
import io.github.warmbatch.dataset.DoubleColumn;
import io.github.warmbatch.dataset.Field;
import io.github.warmbatch.dataset.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Makes batches of data sets as a model specification wants them: takes out the label, ignored
 * columns and identifiers, puts the rest in the lineage's order, numbers the classes. Immutable.
 *
 * <p>A column's type is that of the lineage's first data set. Another type is welcome where {@link
 * Column#as} can read its values so: all numbers are alike, text that spells numbers or instants is
 * read as such, whole numbers are read as text. Rows are counted from 1 in messages.
 */
public final class BatchBinder {
  private static final int MOST_NAMES = 40;
  private static final int MOST_FEATURES = 10_000;
  private static final int MOST_NAME_BYTES = 1 << 20;

  private final ModelSpec spec;

  /** A binder for this specification. */
  public BatchBinder(ModelSpec spec) {
    this.spec = spec;
  }

  /**
   * The features that a first data set binds its lineage to.
   *
   * @throws DatasetException when the label, an ignored or an entity column is not there, or
   *     nothing is left to learn from; one that is not curable when there are more than 10,000
   *     features, or their names have more than 1 MiB of UTF-8 in all, since every checkpoint names
   *     them all
   */
  public Schema featuresOf(DataSet dataset) {
    requireNamedColumns(dataset);
    List<Field> features =
        dataset.schema().fields().stream().filter(field -> isFeature(field.name())).toList();
    if (features.isEmpty()) {
      throw new DatasetException(
          "nothing is left to learn from: its columns are the label, ignored ones and identifiers (%s)"
              .formatted(names(dataset.schema())));
    }
    requireFew(features);
    return Schema.of(features);
  }

  private static void requireFew(List<Field> features) {
    if (features.size() > MOST_FEATURES) {
      throw DatasetException.incurable(
          "has %d columns to learn from, more than the %d that a model can have (leave columns out, and check the separator)"
              .formatted(features.size(), MOST_FEATURES));
    }
    long bytes =
        features.stream()
            .mapToLong(field -> field.name().getBytes(StandardCharsets.UTF_8).length)
            .sum();
    if (bytes > MOST_NAME_BYTES) {
      throw DatasetException.incurable(
          "the names of its %d columns to learn from have %d bytes in all, more than the %d that a model can have (shorten them, and check that the first line is a header)"
              .formatted(features.size(), bytes, MOST_NAME_BYTES));
    }
  }

  /**
   * The columns of a data set that are the given features, in their order; columns that are neither
   * features, label nor ignored are a difference, too. Infinite values pass.
   *
   * @throws DatasetException when a column is missing, added or of another type, each named
   */
  public DataSet select(DataSet dataset, Schema features) {
    List<String> differences = new ArrayList<>();
    List<Column> columns = new ArrayList<>(features.size());
    for (Field feature : features.fields()) {
      int position = dataset.schema().indexOf(feature.name());
      if (position < 0) {
        differences.add("column %s is missing".formatted(DatasetException.quoted(feature.name())));
      } else {
        convert(dataset.column(position), feature, columns, differences);
      }
    }
    for (String name : dataset.schema().names()) {
      if (isFeature(name) && features.indexOf(name) < 0) {
        differences.add("column %s is new".formatted(DatasetException.quoted(name)));
      }
    }
    if (!differences.isEmpty()) {
      throw new DatasetException(
          "its columns are not those that the model learned from: %s (bring the file into the form of the first data set)"
              .formatted(first(differences, "; ")));
    }
    return new DataSet(dataset.rows(), columns);
  }

  /**
   * A labelled batch.
   *
   * @param known the classes met so far
   * @throws DatasetException when the columns differ (as for {@link #select}), there is no row, a
   *     number is infinite, or a label is missing, not among the declared classes, or one of more
   *     than a thousand, the row and the value named
   */
  public Batch bind(DataSet dataset, Schema features, LabelClasses known) {
    Column label =
        dataset
            .column(spec.label())
            .orElseThrow(() -> new DatasetException(missingLabel(dataset.schema())));
    DataSet selected = select(dataset, features);
    if (dataset.rows() == 0) {
      throw new DatasetException("holds no row to learn from");
    }
    for (int i = 0; i < selected.schema().size(); i++) {
      requireFinite(selected.column(i));
    }
    return LabelReader.batch(selected, label, spec, known);
  }

  private boolean isFeature(String name) {
    return !name.equals(spec.label())
        && !spec.ignored().contains(name)
        && !spec.identifiers().contains(name);
  }

  private void requireNamedColumns(DataSet dataset) {
    Schema schema = dataset.schema();
    if (schema.indexOf(spec.label()) < 0) {
      throw new DatasetException(missingLabel(schema));
    }
    List<String> missing = new ArrayList<>();
    spec.ignored().stream()
        .filter(name -> schema.indexOf(name) < 0)
        .forEach(name -> missing.add("the ignored column '%s'".formatted(name)));
    spec.entities().stream()
        .filter(name -> schema.indexOf(name) < 0)
        .forEach(name -> missing.add("the entity column '%s'".formatted(name)));
    if (!missing.isEmpty()) {
      throw new DatasetException(
          "does not have %s; its columns are: %s (check the spelling)"
              .formatted(String.join(", ", missing), names(schema)));
    }
  }

  private String missingLabel(Schema schema) {
    return "does not have the label column '%s'; its columns are: %s (check the spelling)"
        .formatted(spec.label(), names(schema));
  }

  private static void convert(
      Column column, Field feature, List<Column> columns, List<String> differences) {
    try {
      columns.add(column.as(feature));
    } catch (DatasetException e) {
      differences.add(String.valueOf(e.getMessage()));
    }
  }

  private static void requireFinite(Column column) {
    if (column instanceof DoubleColumn decimals) {
      double[] values = decimals.values();
      for (int row = 0; row < values.length; row++) {
        if (Double.isInfinite(values[row])) {
          throw new DatasetException(
              "row %d, column '%s': the value %s cannot be learned from (leave it empty, or mend it)"
                  .formatted(row + 1, column.field().name(), values[row]));
        }
      }
    }
  }

  private static String names(Schema schema) {
    return first(schema.names().stream().map(DatasetException::shown).toList(), ", ");
  }

  private static String first(List<String> all, String separator) {
    String first = all.stream().limit(MOST_NAMES).collect(Collectors.joining(separator));
    int more = all.size() - MOST_NAMES;
    return more > 0 ? "%s and %d more".formatted(first, more) : first;
  }
}
