package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.warmbatch.checkpoint.CommitResult.Lost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is of no use is removed on proof, and nothing else is. */
class SweepTest {
  private static final Path LINEAGE = Path.of("/output/lineage");
  private static final String ATTEMPT = "0b0e4a3c-9d5e-4f0a-8a61-3b1c6d2e7f80";

  private final SimulatedDisk disk = new SimulatedDisk();

  private FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(files, Path.of("/output"), Clock.systemUTC(), true);
  }

  private void leave(String name) throws IOException {
    try (FileOperations.Output out = disk.create(LINEAGE.resolve(name))) {
      out.write('?');
      out.sync();
    }
  }

  @Test
  void whatLostAttemptsLeftIsRemovedWhenTheNextWorkerBegins() throws IOException {
    Manifest first = StoreContractHooks.absorb(open(disk), 1);
    open(disk).promote(1, "why");
    leave(FileNames.state(1, ATTEMPT));
    leave(FileNames.unpublished(1, ATTEMPT));
    leave(FileNames.unpublished(1, first.attempt()));
    leave("promotions/" + FileNames.unpublished(1, ATTEMPT));
    open(disk).prepare();
    assertThat(disk.list(LINEAGE))
        .containsExactlyInAnyOrder(
            FileNames.state(1, first.attempt()), "00000001.json", "promotions");
    assertThat(disk.list(LINEAGE.resolve("promotions"))).containsExactly("00000001.json");
  }

  @Test
  void whatMayStillBePublishedIsKept() throws IOException {
    StoreContractHooks.absorb(open(disk), 1);
    List<String> open =
        List.of(
            FileNames.state(2, ATTEMPT),
            FileNames.unpublished(2, ATTEMPT),
            FileNames.state(99, ATTEMPT));
    for (String name : open) {
      leave(name);
    }
    open(disk).prepare();
    assertThat(disk.list(LINEAGE)).containsAll(open);
  }

  @Test
  void whatThisLibraryDidNotNameIsKept() throws IOException {
    Manifest first = StoreContractHooks.absorb(open(disk), 1);
    List<String> strange = new ArrayList<>();
    strange.add("00000001-mine.state");
    strange.add("00000001-" + ATTEMPT + ".state.bak");
    strange.add("1-" + ATTEMPT + ".state");
    strange.add("000000001-" + ATTEMPT + ".state");
    strange.add("00000000-" + ATTEMPT + ".state");
    strange.add("00000001-" + ATTEMPT.toUpperCase(java.util.Locale.ROOT) + ".tmp");
    strange.add("x00000001-" + ATTEMPT + ".tmp");
    strange.add("probe-" + ATTEMPT + ".tmp");
    strange.add("00000001.state");
    strange.add("notes.txt");
    for (String name : strange) {
      leave(name);
    }
    open(disk).prepare();
    assertThat(disk.list(LINEAGE))
        .containsAll(strange)
        .contains(FileNames.state(1, first.attempt()));
  }

  @Test
  void whatRetentionGaveUpAndDidNotGetToRemoveIsRemoved() throws IOException {
    FileCheckpointStore store = open(disk);
    List<Manifest> all = RetentionContract.absorbDays(store, 3);
    FileOperations undeletable =
        new ForwardingFiles(disk) {
          @Override
          public void delete(Path file) throws IOException {
            if (file.toString().endsWith(".state")) {
              throw new IOException("Device or resource busy");
            }
            super.delete(file);
          }
        };
    assertThat(open(undeletable).prune(2)).containsExactly(1L);
    String state = FileNames.state(1, all.get(0).attempt());
    assertThat(disk.list(LINEAGE)).contains(state);
    assertThat(open(disk).verify())
        .extracting(Verification::status)
        .contains(Verification.Status.PRUNED);
    open(disk).prepare();
    assertThat(disk.list(LINEAGE)).doesNotContain(state);
  }

  @Test
  void aDirectoryThatCannotBeListedKeepsEverythingAndStopsNobody() {
    StoreContractHooks.absorb(open(disk), 1);
    FileOperations unlisted =
        new ForwardingFiles(disk) {
          private int listings;

          @Override
          public List<String> list(Path directory) throws IOException {
            if (++listings > 1) {
              throw new IOException("Input/output error");
            }
            return super.list(directory);
          }
        };
    FileCheckpointStore store = open(unlisted);
    store.lineage();
    store.prepare();
    assertThat(store.lineage().head()).isEqualTo(1);
  }

  @Test
  void anAttemptWhoseFilesAreSweptAwayHasLost() throws IOException {
    open(disk).prepare();
    FileCheckpointStore slow = open(disk);
    Draft.StateWriter writer =
        out -> {
          StoreContractHooks.absorb(open(disk), 9);
          open(disk).prepare();
          out.write(1);
        };
    Draft draft =
        new Draft(0, 0, CheckpointSamples.absorbed(1), writer, UUID.randomUUID().toString());
    assertThat(slow.commit(draft)).isInstanceOf(Lost.class);
    assertThat(disk.list(LINEAGE)).hasSize(2);
    assertThat(open(disk).lineage().head()).isEqualTo(1);
  }
}
