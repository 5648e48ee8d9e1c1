package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The manifests of a directory, and the lineage that they make. Manifests never change, so each is
 * read once. Safe for use from many threads.
 */
final class ManifestLog {
  private final RecordLog records;
  private final boolean mayBeNone;
  private Lineage known = Lineage.of(List.of());
  private boolean listed;

  /**
   * A log.
   *
   * @param mayBeNone whether a directory that is not there is an empty lineage, to be begun
   */
  ManifestLog(RecordLog records, boolean mayBeNone) {
    this.records = records;
    this.mayBeNone = mayBeNone;
  }

  /** The lineage with everything published by now, on stable storage. */
  synchronized Lineage refresh() {
    long expected = listed ? known.head() : largestListed();
    List<Manifest> fresh = new ArrayList<>();
    for (long number = known.head() + 1; ; number++) {
      Manifest manifest = read(number);
      if (manifest == null) {
        checkGap(number, expected);
        break;
      }
      fresh.add(manifest);
    }
    if (!fresh.isEmpty()) {
      settle();
      known = follow(fresh);
    }
    listed = true;
    return known;
  }

  /** Takes note of a manifest that this process has published. */
  synchronized void add(Manifest manifest) {
    if (manifest.number() == known.head() + 1) {
      known = known.with(List.of(manifest));
    }
  }

  /** The largest number in a listing, 0 without one. */
  long largestListed() {
    try {
      return records.largestListed();
    } catch (NoSuchFileException e) {
      if (mayBeNone) {
        return 0;
      }
      throw new CheckpointException(
          "There is no lineage: %s is not there; is this the output directory?"
              .formatted(directory()),
          e);
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be listed: %s".formatted(directory(), FileProblem.describe(e)), e);
    }
  }

  /**
   * Reads one manifest from its file.
   *
   * @return null when there is none
   */
  @Nullable Manifest read(long number) {
    Path file = records.file(number);
    try {
      byte[] content = records.read(number);
      return content == null ? null : decode(number, content);
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be read: %s".formatted(file, FileProblem.describe(e)), e);
    } catch (CheckpointException e) {
      throw new CheckpointException(
          "%s: %s. Without it the lineage ends here; restore this file from a copy"
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static Manifest decode(long number, byte[] content) {
    Manifest manifest = ManifestJson.read(content);
    if (manifest.number() != number) {
      throw new CheckpointException("it is the manifest of number " + manifest.number());
    }
    return manifest;
  }

  private void checkGap(long missing, long expected) {
    if (missing <= expected) {
      throw new CheckpointException(
          "%s is missing, though there is %s; manifests are never deleted: restore it from a copy"
              .formatted(records.file(missing), FileNames.record(expected)));
    }
  }

  /** Whoever published them may have died before they were on stable storage. */
  private void settle() {
    try {
      records.sync();
    } catch (IOException e) {
      throw new CheckpointException(
          "%s cannot be synced: %s".formatted(directory(), FileProblem.describe(e)), e);
    }
  }

  private Lineage follow(List<Manifest> fresh) {
    try {
      return known.with(fresh);
    } catch (CheckpointException e) {
      throw new CheckpointException("%s: %s".formatted(directory(), e.getMessage()), e);
    }
  }

  private Path directory() {
    return records.directory();
  }
}
