package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.MarkLog.Wish;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Keeps and gives up states. What is given up is noted first, on stable storage, and removed then:
 * so a state that is gone without a note is known to be lost. Safe for use from many threads and
 * processes.
 */
final class StateRetention {
  private final ManifestLog manifests;
  private final MarkLog marks;
  private final Sweep sweep;
  private final LongPredicate isWhole;

  /**
   * A retention.
   *
   * @param isWhole reads the state of a number and tells whether it is undamaged; throws where that
   *     cannot be told
   */
  StateRetention(ManifestLog manifests, MarkLog marks, Sweep sweep, LongPredicate isWhole) {
    this.manifests = manifests;
    this.marks = marks;
    this.sweep = sweep;
    this.isWhole = isWhole;
  }

  /** Whether an attempt to read a state tells that it is whole; throws where it tells nothing. */
  static boolean isWhole(Runnable reading) {
    try {
      reading.run();
      return true;
    } catch (CorruptStateException e) {
      return false;
    } catch (CheckpointException e) {
      if (e.getCause() instanceof NoSuchFileException) {
        return false;
      }
      throw e;
    }
  }

  Retention pin(long number, String reason) {
    marks.append(
        before -> {
          Admission.requirePinnable(number, manifests.refresh(), before.retention());
          return before.retention().isPinned(number)
              ? null
              : new Wish(Mark.Kind.PIN, List.of(number), reason);
        });
    return marks.refresh().retention();
  }

  Retention unpin(long number, String reason) {
    marks.append(
        before ->
            before.retention().isPinned(number)
                ? new Wish(Mark.Kind.UNPIN, List.of(number), reason)
                : null);
    return marks.refresh().retention();
  }

  List<Long> plan(int keepLast) {
    return plan(marks.refresh(), keepLast);
  }

  List<Long> prune(int keepLast) {
    String reason = "keep the last " + keepLast;
    Mark given =
        marks.append(
            before -> {
              List<Long> numbers = plan(before, keepLast);
              return numbers.isEmpty() ? null : new Wish(Mark.Kind.PRUNE, numbers, reason);
            });
    sweep.run(manifests.refresh(), marks.refresh());
    return given == null ? List.of() : given.numbers();
  }

  private List<Long> plan(Marks before, int keepLast) {
    if (keepLast < 1) {
      throw new IllegalArgumentException("keepLast must be at least 1, not " + keepLast);
    }
    return RetentionPlan.of(manifests.refresh(), before, keepLast, isWhole);
  }
}
