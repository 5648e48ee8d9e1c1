package io.github.warmbatch.screening;

import java.util.Objects;

/**
 * A column that was found out.
 *
 * @param column its name
 * @param evidence what was counted, as the end of a sentence that begins with the column
 */
public record Finding(String column, String evidence) {
  /** A finding. */
  public Finding {
    Objects.requireNonNull(column, "column");
    Objects.requireNonNull(evidence, "evidence");
  }

  @Override
  public String toString() {
    return column + " " + evidence;
  }
}
