package io.github.warmbatch;

import io.github.warmbatch.checkpoint.CheckpointException;
import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import io.github.warmbatch.drift.DataProfile;
import io.github.warmbatch.drift.DriftDetector;
import io.github.warmbatch.drift.DriftFinding;
import io.github.warmbatch.evaluation.Scorecard;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data sets that a new one is compared with: the newest of the surviving chain, so that what
 * was taken back does not count, and it does not matter who learned them.
 */
record Precedents(List<Decision.Absorbed> newestFirst) {
  private static final Logger log = LoggerFactory.getLogger(BatchWorker.class);

  /** Those of a lineage; none where a manifest cannot be read, since no job is lost for this. */
  static Precedents of(Lineage lineage) {
    try {
      return new Precedents(
          lineage.newest(DriftDetector.WINDOW).stream()
              .map(Manifest::decision)
              .map(Decision.Absorbed.class::cast)
              .toList());
    } catch (CheckpointException e) {
      log.warn("Nothing is said about drift: {}", e.getMessage());
      return new Precedents(List.of());
    }
  }

  /** In what a data set is not like these. */
  List<DriftFinding> compare(DataProfile profile, @Nullable Scorecard prequential) {
    return DriftDetector.findings(
        profile,
        present(newestFirst.stream().map(Decision.Absorbed::profile)),
        prequential,
        present(newestFirst.stream().map(absorbed -> absorbed.scores().prequential())));
  }

  private static <T> List<T> present(Stream<@Nullable T> all) {
    return all.flatMap(Stream::ofNullable).map(Objects::requireNonNull).toList();
  }
}
