package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.CommitResult.Lost;
import io.github.warmbatch.checkpoint.CommitResult.Unknown;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a network file system says that was true a while ago. */
class StaleFilesTest {
  private static final Path LINEAGE = Path.of("/output/lineage");

  private final SimulatedDisk disk = new SimulatedDisk();

  private static FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(files, Path.of("/output"), Clock.systemUTC(), true);
  }

  private static IOException stale() {
    return new IOException("Stale file handle");
  }

  @Test
  void aListingOfAWhileAgoIsNotTheEnd() {
    RetentionContract.absorbDays(open(disk), 5);
    for (int seen = 0; seen <= 5; seen++) {
      int last = seen;
      FileOperations old =
          new ForwardingFiles(disk) {
            @Override
            public List<String> list(Path directory) throws IOException {
              return super.list(directory).stream()
                  .filter(name -> name.compareTo(FileNames.record(last)) <= 0)
                  .toList();
            }
          };
      assertThat(open(old).lineage().head()).isEqualTo(5);
      assertThat(open(old).verify()).hasSize(5);
    }
  }

  @Test
  void aNameThatIsDeniedThoughItIsThereLosesNothing() {
    StoreContractHooks.absorb(open(disk), 1);
    FileCheckpointStore store =
        open(
            new ForwardingFiles(disk) {
              @Override
              public InputStream open(Path file) throws IOException {
                if (file.endsWith("00000002.json")) {
                  throw new NoSuchFileException(file.toString());
                }
                return super.open(file);
              }
            });
    Lineage old = store.lineage();
    Manifest second = StoreContractHooks.absorb(open(disk), 2);
    assertThat(store.lineage().head()).isEqualTo(1);
    CommitResult result = store.commit(CheckpointSamples.absorb(old, 3));
    assertThat(result).isInstanceOf(Unknown.class);
    assertThat(open(disk).lineage().history()).hasSize(2).contains(second);
  }

  @Test
  void theHeadIsLookedAtAgainRightBeforePublishing() {
    FileCheckpointStore store = open(disk);
    Draft late = CheckpointSamples.absorb(store.lineage(), 1);
    StoreContractHooks.absorb(open(disk), 9);
    FaultyFiles.Plan nothingIsMade =
        new FaultyFiles.Plan() {
          @Override
          public void before(int operation, String kind) {
            assertThat(kind).isNotIn("create", "link");
          }
        };
    assertThat(open(new FaultyFiles(disk, nothingIsMade)).commit(late)).isInstanceOf(Lost.class);
  }

  /** Each opening fails as stale a few times, at its beginning or after some bytes. */
  private static final class StaleOpenings extends ForwardingFiles {
    private final int times;
    private final int after;
    private int left;

    StaleOpenings(FileOperations files, int times, int after) {
      super(files);
      this.times = times;
      this.after = after;
      this.left = times;
    }

    @Override
    public InputStream open(Path file) throws IOException {
      InputStream in = super.open(file);
      if (left-- <= 0) {
        left = times;
        return in;
      }
      if (after == 0) {
        throw stale();
      }
      return new FilterInputStream(in) {
        private int read;

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          if (read >= after) {
            throw stale();
          }
          int count = super.read(bytes, offset, Math.min(length, after - read));
          read += Math.max(count, 0);
          return count;
        }
      };
    }
  }

  @Test
  void aStaleHandleIsOpenedAgainFromTheName() {
    Manifest first = StoreContractHooks.absorb(open(disk), 1);
    open(disk).promote(1, "why");
    for (int after : new int[] {0, 1, 100, 700}) {
      for (int times = 1; times <= 3; times++) {
        FileCheckpointStore store = open(new StaleOpenings(disk, times, after));
        assertThat(store.lineage().head()).isEqualTo(1);
        assertThat(store.champion()).isPresent();
        assertThat(StoreContractHooks.payloadOf(store, first))
            .isEqualTo(CheckpointSamples.payload(1));
        assertThat(store.verify())
            .extracting(Verification::status)
            .containsExactly(Verification.Status.OK);
      }
    }
  }

  @Test
  void aHandleThatStaysStaleIsAnErrorAndNoDamage() {
    Manifest first = StoreContractHooks.absorb(open(disk), 1);
    FileCheckpointStore known = open(disk);
    known.lineage();
    FileCheckpointStore store = open(new StaleOpenings(disk, Integer.MAX_VALUE, 0));
    assertThatThrownBy(store::lineage)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Stale file handle");
    assertThatThrownBy(() -> StoreContractHooks.payloadOf(store, first))
        .isInstanceOf(CheckpointException.class)
        .isNotInstanceOf(CorruptStateException.class)
        .hasMessageContaining("Stale file handle");
  }

  @Test
  void aStaleDirectoryIsListedAgain() {
    StoreContractHooks.absorb(open(disk), 1);
    FileOperations files =
        new ForwardingFiles(disk) {
          private int left = 3;

          @Override
          public List<String> list(Path directory) throws IOException {
            if (left-- > 0) {
              throw stale();
            }
            return super.list(directory);
          }
        };
    assertThat(open(files).lineage().head()).isEqualTo(1);
  }

  @Test
  void aCommitGetsOverStaleHandles() throws IOException {
    FileCheckpointStore store = open(new StaleOpenings(disk, 2, 0));
    assertThat(store.commit(CheckpointSamples.absorb(store.lineage(), 1)))
        .isInstanceOf(Committed.class);
    assertThat(open(disk).lineage().head()).isEqualTo(1);
    assertThat(disk.list(LINEAGE)).hasSize(2);
  }
}
