package io.github.warmbatch.checkpoint;

/** Keeps a lineage in a directory of a shared file system. */
public final class FileCheckpointStore {
  private FileCheckpointStore() {}
}
