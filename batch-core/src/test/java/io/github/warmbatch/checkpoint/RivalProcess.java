package io.github.warmbatch.checkpoint;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import java.nio.file.Path;

/** A process of its own that commits to a directory, for as long as the lineage is short. */
final class RivalProcess {
  private RivalProcess() {}

  /**
   * Arguments: the directory, the first of the days that are this process's own, the last number.
   */
  public static void main(String[] arguments) {
    CheckpointStore store = FileCheckpointStore.in(Path.of(arguments[0]));
    int day = Integer.parseInt(arguments[1]);
    int last = Integer.parseInt(arguments[2]);
    Lineage lineage = store.lineage();
    while (lineage.head() < last) {
      if (store.commit(CheckpointSamples.absorb(lineage, day)) instanceof Committed) {
        day++;
      }
      lineage = store.lineage();
    }
    System.out.println(day);
  }
}
