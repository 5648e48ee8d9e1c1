package io.github.warmbatch.dataset;

import org.jspecify.annotations.Nullable;

/** A data set cannot be opened, read or used. The message names the thing at fault. */
public class DatasetException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private static final int LONGEST_SHOWN = 60;

  private final boolean curable;

  /** A failure that reading again may cure, because the file may still be arriving. */
  public DatasetException(String message) {
    this(message, true, null);
  }

  /** A failure with its cause. */
  public DatasetException(String message, @Nullable Throwable cause) {
    this(message, true, cause);
  }

  private DatasetException(String message, boolean curable, @Nullable Throwable cause) {
    super(message, cause);
    this.curable = curable;
  }

  /** A failure that no further attempt can cure: a path that leaves the data root, say. */
  public static DatasetException incurable(String message) {
    return new DatasetException(message, false, null);
  }

  /** The same failure with the data set named in front of it. */
  public DatasetException in(String dataset) {
    return new DatasetException(dataset + ": " + getMessage(), curable, this);
  }

  /** A value as messages show it: in single quotes, on one line, shortened where it is long. */
  public static String quoted(String value) {
    return "'" + shown(value) + "'";
  }

  /** As {@link #quoted}, without the quotes. */
  public static String shown(String value) {
    boolean fits = value.length() <= LONGEST_SHOWN;
    String shown = fits ? value : value.substring(0, longestCut(value)) + "…";
    return shown.replaceAll("\\p{Cntrl}", "?");
  }

  /** Where to cut without leaving half a character. */
  private static int longestCut(String value) {
    boolean splits = Character.isHighSurrogate(value.charAt(LONGEST_SHOWN - 1));
    return splits ? LONGEST_SHOWN - 1 : LONGEST_SHOWN;
  }

  /** Whether another attempt may succeed. */
  public boolean isCurable() {
    return curable;
  }
}
