package io.github.warmbatch.dataset;

import java.util.Locale;

/**
 * Reads comma-separated values, {@code .csv} and {@code .csv.gz}: RFC 4180, UTF-8, a byte-order
 * mark allowed, the first line naming the columns. Empty lines are passed over; spaces around a
 * value are not part of it; an empty value is a missing one.
 *
 * <p>A column's type is the narrowest that all of its values spell: {@link ColumnType#INTEGER whole
 * numbers} of 64 bits, {@link ColumnType#DECIMAL decimals} (exponents, {@code inf}, {@code -inf}
 * and {@code nan} in any case, which is a missing value; also whole numbers beyond 64 bits), {@link
 * ColumnType#BOOLEAN booleans} ({@code true} and {@code false} in any case), {@link
 * ColumnType#TIMESTAMP timestamps} (ISO 8601 dates with or without a time of day between the years
 * 1678 and 2261, separated by {@code T} or a space; UTC where no offset is given), else {@link
 * ColumnType#TEXT text}. Digits after a leading zero or a plus sign, as in {@code 007}, are text,
 * since they are codes. A column without any value is one of decimals.
 *
 * <p>Compressed content may expand to 64 MiB, or to 200 times its size where that is more.
 */
public final class CsvReader implements DatasetReader {
  /** A reader; there is nothing to set. */
  public CsvReader() {}

  @Override
  public boolean reads(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return name.endsWith(".csv") || name.endsWith(".csv.gz");
  }

  @Override
  public DataSet read(DatasetFile file) {
    return CsvTable.parse(Unzipped.content(file));
  }
}
