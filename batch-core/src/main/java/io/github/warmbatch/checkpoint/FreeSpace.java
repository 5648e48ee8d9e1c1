package io.github.warmbatch.checkpoint;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a file system has room for the next checkpoint, as far as this can be known. */
final class FreeSpace {
  private static final Logger LOG = LoggerFactory.getLogger(FreeSpace.class);
  private static final long LEAST = 16L << 20;

  private final FileOperations files;
  private final Path directory;

  FreeSpace(FileOperations files, Path directory) {
    this.files = files;
    this.directory = directory;
  }

  /**
   * Checks that there are 16 MiB, or twice what the model as it is now takes where that is more.
   *
   * @throws CheckpointException when it is known that there are not
   */
  void require(Lineage lineage) {
    long newest = lineage.model().map(Manifest::state).map(StateRef::bytes).orElse(0L);
    long needed = Math.max(LEAST, newest > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * newest);
    OptionalLong usable = usable();
    if (usable.isPresent() && usable.getAsLong() < needed) {
      throw new CheckpointException(
          "%s has %d usable bytes left, and the next checkpoint may take %d: free space on its file system, or use another output directory"
              .formatted(directory, usable.getAsLong(), needed));
    }
  }

  private OptionalLong usable() {
    try {
      return files.usableBytes(directory);
    } catch (IOException e) {
      LOG.debug("How much room there is in {} cannot be found out: {}", directory, e.toString());
      return OptionalLong.empty();
    }
  }
}
