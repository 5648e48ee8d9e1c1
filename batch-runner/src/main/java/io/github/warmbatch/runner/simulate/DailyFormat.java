package io.github.warmbatch.runner.simulate;

/** How a day is written. */
public enum DailyFormat {
  /** Comma-separated values with a header, UTF-8, lines ended by a line feed. */
  CSV(".csv"),
  /** The same, compressed by gzip. */
  CSV_GZ(".csv.gz");

  private final String ending;

  DailyFormat(String ending) {
    this.ending = ending;
  }

  /** The ending of a file's name. */
  public String ending() {
    return ending;
  }
}
