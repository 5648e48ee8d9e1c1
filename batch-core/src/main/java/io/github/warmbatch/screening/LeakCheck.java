package io.github.warmbatch.screening;

import io.github.warmbatch.dataset.Column;
import io.github.warmbatch.dataset.TextColumn;
import io.github.warmbatch.training.LabelClasses;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Whether a column alone tells the one side of the label from the other. */
final class LeakCheck {
  private static final int MOST_VALUES = 16;
  private static final int FOR_A_TWIN = 3;
  private static final int FOR_VALUES = 20;
  private static final int FOR_A_THRESHOLD = 600;
  private static final int SHOWN = 40;

  private final Column column;
  private final LabelSides sides;

  private LeakCheck(Column column, LabelSides sides) {
    this.column = column;
    this.sides = sides;
  }

  /** What speaks for it; empty where it does not, or there is too little to tell by. */
  static Optional<String> evidence(Column column, LabelSides sides) {
    if (!sides.haveAtLeast(FOR_A_TWIN)) {
      return Optional.empty();
    }
    LeakCheck check = new LeakCheck(column, sides);
    ValueCodes codes = ValueCodes.of(column, MOST_VALUES);
    if (codes != null) {
      boolean isTwin = codes.values().size() == 2;
      return sides.haveAtLeast(isTwin ? FOR_A_TWIN : FOR_VALUES)
          ? check.byValue(codes)
          : Optional.empty();
    }
    return check.byOneValue().or(check::byThreshold);
  }

  /** A rule for each value, of those met among the rows to find rules on. */
  private Optional<String> byValue(ValueCodes codes) {
    @Nullable Boolean[] isRare = new @Nullable Boolean[codes.values().size()];
    for (int row = sides.found().nextSetBit(0); row >= 0; row = sides.found().nextSetBit(row + 1)) {
      int code = codes.codes()[row];
      boolean rare = sides.rare().get(row);
      Boolean before = isRare[code];
      if (before != null && before != rare) {
        return Optional.empty();
      }
      isRare[code] = rare;
    }
    for (int row = 0; row < sides.rows(); row++) {
      // A value that was not met among them says nothing; that a rare row has it, does.
      if (sides.rare().get(row) != Boolean.TRUE.equals(isRare[codes.codes()[row]])) {
        return Optional.empty();
      }
    }
    String rare =
        IntStream.range(0, isRare.length)
            .filter(code -> Boolean.TRUE.equals(isRare[code]))
            .mapToObj(code -> shown(codes.values().get(code)))
            .sorted(LabelClasses.NATURAL_ORDER)
            .collect(Collectors.joining(" or "));
    return Optional.of(told("is " + rare));
  }

  /** One value on all rows of the commoner side, and on no other row. */
  private Optional<String> byOneValue() {
    int first = sides.rare().nextClearBit(0);
    Object value = ValueCodes.key(column, first);
    for (int row = 0; row < sides.rows(); row++) {
      if (value.equals(ValueCodes.key(column, row)) == sides.rare().get(row)) {
        return Optional.empty();
      }
    }
    String text = column.isMissing(first) ? "there" : "not " + shown(column.text(first));
    return sides.haveAtLeast(FOR_VALUES) ? Optional.of(told("is " + text)) : Optional.empty();
  }

  /** The least values of the one side above the greatest of the other, none missing. */
  private Optional<String> byThreshold() {
    if (column instanceof TextColumn || !sides.haveAtLeast(FOR_A_THRESHOLD)) {
      return Optional.empty();
    }
    Span rare = new Span();
    Span common = new Span();
    for (int row = 0; row < sides.rows(); row++) {
      if (column.isMissing(row)) {
        return Optional.empty();
      }
      (sides.rare().get(row) ? rare : common).add(column, row);
    }
    if (rare.low > common.high) {
      return Optional.of(told("is at least " + shown(column.text(rare.lowRow))));
    }
    return rare.high < common.low
        ? Optional.of(told("is at most " + shown(column.text(rare.highRow))))
        : Optional.empty();
  }

  private String told(String rule) {
    int found = sides.found().cardinality();
    return "%s in all %d rows of %s and in none of the other %d (found on %d rows, confirmed on the other %d)"
        .formatted(
            rule,
            sides.rareRows(),
            sides.areRarePositive() ? "a positive class" : "no positive class",
            sides.rows() - sides.rareRows(),
            found,
            sides.rows() - found);
  }

  private static String shown(String value) {
    return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
  }

  /** The least and the greatest value so far, and where they stand. */
  private static final class Span {
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private int lowRow;
    private int highRow;

    void add(Column column, int row) {
      double value = column.number(row);
      if (value < low) {
        low = value;
        lowRow = row;
      }
      if (value > high) {
        high = value;
        highRow = row;
      }
    }
  }
}
