package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Writes the lineage that stands for its format in the tests for ever. It was run once for each
 * released format, and its files were committed under {@code src/test/resources}; they are never
 * written again, since what is to be proven is that files of that day are read on any later day.
 * For a new format, run it with a new directory as its argument and commit that beside the old
 * ones.
 */
final class GoldenLineage {
  private static final Instant WRITTEN = Instant.parse("2026-01-02T03:04:05.678Z");

  private GoldenLineage() {}

  /** Arguments: the directory to write to. */
  public static void main(String[] arguments) {
    FileCheckpointStore store =
        new FileCheckpointStore(
            new LocalFiles(),
            Path.of(arguments[0]).toAbsolutePath(),
            Clock.fixed(WRITTEN, ZoneOffset.UTC),
            true);
    store.commit(CheckpointSamples.absorb(store.lineage(), 1));
    store.commit(CheckpointSamples.giveUp(store.lineage(), 2));
    store.commit(CheckpointSamples.absorb(store.lineage(), 3));
    store.promote(1, "the first");
    store.promote(3, "better on the hold-out");
    store.commit(CheckpointSamples.goBack(store.lineage(), 2, Disposition.REQUEUE));
    store.commit(CheckpointSamples.absorb(store.lineage(), 4));
  }
}
