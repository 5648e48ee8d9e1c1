package io.github.warmbatch.checkpoint;

import java.util.Objects;

/**
 * A state as its manifest names it.
 *
 * @param file the file's name in the lineage's directory
 * @param sha256 the digest of all that precedes the digest in that file
 * @param bytes the file's size
 */
public record StateRef(String file, String sha256, long bytes) {
  /** A reference. */
  public StateRef {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(sha256, "sha256");
  }
}
