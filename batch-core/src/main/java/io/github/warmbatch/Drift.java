package io.github.warmbatch;

import io.github.warmbatch.drift.DriftFinding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A data set that was learned is not like the ones before it. It harms nothing by itself: the model
 * may have to be looked at, or the file.
 *
 * @param number the checkpoint that learned it
 * @param path the data set
 * @param findings what is not as before, the most conspicuous first; never empty
 */
public record Drift(long number, String path, List<DriftFinding> findings) {
  private static final int NAMED = 3;

  /** Findings about a data set, the list copied. */
  public Drift {
    findings = List.copyOf(findings);
  }

  /**
   * What is not as before, with figures; of many findings the first three, and how many more there
   * are. On one line where names and values of the data are.
   */
  public String message() {
    String named =
        findings.stream()
            .limit(NAMED)
            .map(DriftFinding::toString)
            .collect(Collectors.joining("; "));
    int more = findings.size() - NAMED;
    return "%s, number %d, is not like the data sets before it: %s%s"
        .formatted(path, number, named, more > 0 ? "; and %d more".formatted(more) : "");
  }
}
