package io.github.warmbatch.dataset;

import java.util.List;
import java.util.Locale;

/**
 * Reads a pandas DataFrame from a pickle, {@code .pkl}, {@code .pickle} and either of them with
 * {@code .gz}, as {@code DataFrame.to_pickle} writes it by default with versions of pandas since
 * 1.0: protocols 2 to 5, block managers of the older and the newer layout.
 *
 * <p>The pickle is read as data: only the instructions and names that tables need are known, none
 * of them makes or calls anything, and any other is refused by name.
 *
 * <p>Columns of NumPy's integers, floating-point numbers and booleans are those of the library;
 * {@code uint64} beyond 63 bits is rounded to decimals. {@code datetime64} in any unit and with any
 * time zone is a timestamp; {@code timedelta64} a whole number of nanoseconds. Of {@code object}
 * columns, whole numbers, decimals, booleans and timestamps alone make columns of these; all else
 * is text. Nullable columns, {@code string} and {@code category} columns are read as what they
 * hold. {@code None}, {@code NaN}, {@code NaT}, {@code NA} and the empty string are missing values.
 * The row index is passed over; columns must have names.
 */
public final class PandasPickleReader implements DatasetReader {
  private static final List<String> ENDINGS = List.of(".pkl", ".pickle", ".pkl.gz", ".pickle.gz");

  /** A reader; there is nothing to set. */
  public PandasPickleReader() {}

  @Override
  public boolean reads(String fileName) {
    return ENDINGS.stream().anyMatch(fileName.toLowerCase(Locale.ROOT)::endsWith);
  }

  @Override
  public DataSet read(DatasetFile file) {
    byte[] content = Unzipped.content(file);
    return PandasFrame.read(PickleMachine.read(content), content.length);
  }
}
