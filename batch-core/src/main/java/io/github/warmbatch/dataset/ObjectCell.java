package io.github.warmbatch.dataset;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One value of a column of Python's objects.
 *
 * @param type what it is by itself
 * @param value a Long for whole numbers, booleans and timestamps, else a Double or a String
 */
record ObjectCell(ColumnType type, Object value) {
  /** The cell of a pickle's value, or null where that means a missing one. */
  static @Nullable ObjectCell of(Object value) {
    if (value == PickleNone.NONE || value == PickleGlobal.NOT_AVAILABLE || "".equals(value)) {
      return null;
    }
    if (value instanceof String text) {
      return new ObjectCell(ColumnType.TEXT, text);
    }
    if (value instanceof Long whole) {
      return new ObjectCell(ColumnType.INTEGER, whole);
    }
    if (value instanceof Boolean truth) {
      return new ObjectCell(ColumnType.BOOLEAN, truth ? 1L : 0L);
    }
    return value instanceof Double decimal ? ofDouble(decimal) : ofObject(value);
  }

  long whole() {
    return (Long) value;
  }

  double decimal() {
    return ((Number) value).doubleValue();
  }

  String text() {
    return switch (type) {
      case BOOLEAN -> whole() == 1 ? "true" : "false";
      case TIMESTAMP -> LongColumn.instant(whole());
      case DECIMAL -> DoubleColumn.text(decimal());
      default -> value.toString();
    };
  }

  private static @Nullable ObjectCell ofDouble(double value) {
    return Double.isNaN(value) ? null : new ObjectCell(ColumnType.DECIMAL, value);
  }

  private static @Nullable ObjectCell ofObject(Object value) {
    PickleObject object = Kinds.require(value, PickleObject.class, "a number, text or a time");
    return switch (object.type()) {
      case NOT_A_TIME -> null;
      case TIMESTAMP -> time(PickledTime.ofPandas(object.arguments()));
      case DATETIME -> time(PickledTime.ofDatetime(object.arguments()));
      case DATE -> time(PickledTime.ofDate(object.arguments()));
      case DECIMAL -> decimal(object.arguments());
      case SCALAR -> scalar(object);
      default ->
          throw new DatasetException(
              "holds %s, which is neither a number nor text nor a time".formatted(object));
    };
  }

  private static @Nullable ObjectCell time(long nanos) {
    return nanos == PickledTime.NOT_A_TIME ? null : new ObjectCell(ColumnType.TIMESTAMP, nanos);
  }

  private static @Nullable ObjectCell decimal(PickleTuple parts) {
    String text = Kinds.require(parts.get(0), String.class, "a decimal");
    byte[] ascii = text.getBytes(StandardCharsets.UTF_8);
    if (!NumberText.isDecimal(ascii, 0, ascii.length)) {
      throw new DatasetException(
          "a decimal spelt %s (damaged?)".formatted(DatasetException.quoted(text)));
    }
    return ofDouble(NumberText.decimal(ascii, 0, ascii.length));
  }

  private static @Nullable ObjectCell scalar(PickleObject scalar) {
    Column column = NumpyArray.ofScalar(scalar).column("", 0);
    if (column.isMissing(0)) {
      return null;
    }
    return column instanceof LongColumn whole
        ? new ObjectCell(whole.field().type(), whole.values()[0])
        : ofDouble(column.number(0));
  }
}
