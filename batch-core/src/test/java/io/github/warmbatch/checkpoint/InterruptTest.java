package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An interrupt closes channels, even inside a sync; here it must do no harm. */
class InterruptTest {
  @TempDir Path directory;

  @Test
  void anInterruptAtAnyOperationNeitherHarmsTheCommitNorIsForgotten() {
    int operation = 0;
    FaultyFiles files;
    do {
      operation++;
      files = new FaultyFiles(new LocalFiles(), interruptAt(operation, Thread.currentThread()));
      Path output = directory.resolve("run-" + operation);
      CheckpointStore store = new FileCheckpointStore(files, output, Clock.systemUTC(), true);
      StoreContractHooks.absorb(store, 1);
      assertThat(Thread.interrupted()).isEqualTo(operation <= files.operations());
    } while (operation <= files.operations());
    assertThat(operation).isGreaterThan(25);
  }

  @Test
  void anInterruptedThreadStillCommitsAndReads() {
    CheckpointStore store = FileCheckpointStore.in(directory);
    Thread.currentThread().interrupt();
    Manifest first = StoreContractHooks.absorb(store, 1);
    Lineage seen = FileCheckpointStore.in(directory).lineage();
    assertThat(store.readState(first, CheckpointSamples::readPayload)).isNotEmpty();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen.history()).containsExactly(first);
  }

  private static FaultyFiles.Plan interruptAt(int interrupted, Thread thread) {
    return new FaultyFiles.Plan() {
      @Override
      public void before(int operation, String kind) {
        if (operation == interrupted) {
          thread.interrupt();
        }
      }
    };
  }
}
