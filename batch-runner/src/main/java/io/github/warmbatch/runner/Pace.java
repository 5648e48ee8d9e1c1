package io.github.warmbatch.runner;

import io.github.warmbatch.checkpoint.Decision;
import io.github.warmbatch.checkpoint.Lineage;
import io.github.warmbatch.checkpoint.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How fast data sets have been learned of late.
 *
 * @param each the time that one took, on average
 */
record Pace(Duration each) {
  private static final int LOOK_BACK = 20;
  private static final Duration STALE = Duration.ofMinutes(15);

  /** The pace of the last checkpoints, unless the last of them is long ago. */
  static Optional<Pace> of(Lineage lineage, Instant now) {
    List<Manifest> history = lineage.history();
    List<Manifest> recent =
        history.subList(Math.max(0, history.size() - LOOK_BACK), history.size()).stream()
            .filter(manifest -> manifest.decision() instanceof Decision.Absorbed)
            .toList();
    if (recent.size() < 2) {
      return Optional.empty();
    }
    Instant last = recent.get(recent.size() - 1).writtenAt();
    Duration span = Duration.between(recent.get(0).writtenAt(), last);
    if (span.isNegative() || span.isZero() || Duration.between(last, now).compareTo(STALE) > 0) {
      return Optional.empty();
    }
    return Optional.of(new Pace(span.dividedBy(recent.size() - 1L)));
  }

  double perHour() {
    return (double) Duration.ofHours(1).toMillis() / Math.max(1, each.toMillis());
  }

  /** How long so many will take. */
  Duration remaining(long entries) {
    return each.multipliedBy(entries);
  }
}
