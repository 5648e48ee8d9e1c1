package io.github.warmbatch.screening;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.TextColumn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a column that has few, numbered as they are met; a missing one is a value, too. */
final class ValueCodes {
  private final int[] codes;
  private final List<String> values;

  private ValueCodes(int[] codes, List<String> values) {
    this.codes = codes;
    this.values = values;
  }

  /** For each row its value's number. */
  int[] codes() {
    return codes;
  }

  /** The values as text. */
  List<String> values() {
    return values;
  }

  /** The codes, or null where there are more values than that. */
  static @Nullable ValueCodes of(Column column, int most) {
    Map<Object, Integer> known = new HashMap<>();
    List<String> values = new ArrayList<>();
    int[] codes = new int[column.rows()];
    for (int row = 0; row < codes.length; row++) {
      Integer code = known.putIfAbsent(key(column, row), values.size());
      if (code == null) {
        code = values.size();
        values.add(column.isMissing(row) ? "(none)" : column.text(row));
        if (values.size() > most) {
          return null;
        }
      }
      codes[row] = code;
    }
    return new ValueCodes(codes, values);
  }

  /** What is equal for equal values. */
  static Object key(Column column, int row) {
    return column instanceof TextColumn text ? text.codes()[row] : column.number(row);
  }
}
