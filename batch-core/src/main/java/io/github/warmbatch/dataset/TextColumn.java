package io.github.warmbatch.dataset;

import java.util.List;
import java.util.Objects;

/** A column of text, each distinct value stored once. */
public final class TextColumn extends Column {
  private final int[] codes;
  private final List<String> dictionary;

  /**
   * A column of these.
   *
   * @param codes for each row its value's position in the dictionary, or -1 where missing; not
   *     copied
   * @param dictionary the distinct values
   * @throws IllegalArgumentException when the field's type is not text
   */
  public TextColumn(Field field, int[] codes, List<String> dictionary) {
    super(field);
    if (field.type() != ColumnType.TEXT) {
      throw new IllegalArgumentException("A column of text cannot be " + field);
    }
    this.codes = Objects.requireNonNull(codes, "codes");
    this.dictionary = List.copyOf(dictionary);
  }

  /** For each row its value's position in the dictionary, or -1; not a copy: do not write. */
  public int[] codes() {
    return codes;
  }

  /** The distinct values. */
  public List<String> dictionary() {
    return dictionary;
  }

  @Override
  public int rows() {
    return codes.length;
  }

  @Override
  public boolean isMissing(int row) {
    return codes[row] < 0;
  }

  @Override
  public double number(int row) {
    return Double.NaN;
  }

  @Override
  public String text(int row) {
    return codes[row] < 0 ? "" : dictionary.get(codes[row]);
  }

  @Override
  Column retyped(Field other) {
    return new TextColumn(other, codes, dictionary);
  }
}
