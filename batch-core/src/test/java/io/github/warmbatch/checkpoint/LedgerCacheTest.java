package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.Decision.Disposition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cached ledger says what the manifests say, and is passed over where it does not. */
class LedgerCacheTest {
  private static final Path LINEAGE = Path.of("/output/lineage");
  private static final Path LEDGER = LINEAGE.resolve("ledger");
  private static final int INTERVAL = 8;
  private static final int LENGTH = 3 * INTERVAL + 2;

  private final SimulatedDisk disk = new SimulatedDisk();
  private Lineage truth = Lineage.of(List.of());

  /** The real files, with a note of which manifests were opened. */
  private static final class Watched extends ForwardingFiles {
    private final List<String> opened = new ArrayList<>();

    Watched(FileOperations files) {
      super(files);
    }

    @Override
    public InputStream open(Path file) throws IOException {
      InputStream in = super.open(file);
      if (LINEAGE.equals(file.getParent())) {
        opened.add(String.valueOf(file.getFileName()));
      }
      return in;
    }
  }

  private static FileCheckpointStore open(FileOperations files) {
    return new FileCheckpointStore(
        files,
        Path.of("/output"),
        new FileCheckpointStore.Settings(Clock.systemUTC(), true, INTERVAL));
  }

  @BeforeEach
  void aLineageWithEverythingInIt() {
    FileCheckpointStore store = open(disk);
    for (int day = 1; day <= 9; day++) {
      StoreContractHooks.absorb(store, day);
    }
    StoreContractHooks.giveUp(store, 10);
    StoreContractHooks.goBack(store, 7, Disposition.SKIP);
    for (int day = 12; day <= 20; day++) {
      StoreContractHooks.absorb(store, day);
    }
    StoreContractHooks.goBack(store, 15, Disposition.REQUEUE);
    for (int day = 22; day <= LENGTH; day++) {
      StoreContractHooks.absorb(store, day);
    }
    truth = Lineage.of(List.copyOf(store.lineage().history()));
    assertThat(truth.obligations()).isNotEmpty();
  }

  private void assertTrue(Lineage found) {
    assertThat(found.head()).isEqualTo(LENGTH);
    assertThat(found.jobs().all()).isEqualTo(truth.jobs().all());
    assertThat(found.datasets().all()).isEqualTo(truth.datasets().all());
    assertThat(found.obligations()).isEqualTo(truth.obligations());
    assertThat(found.abandoned()).isEqualTo(truth.abandoned());
    assertThat(found.model()).isEqualTo(truth.model());
    assertThat(found.spec()).isEqualTo(truth.spec());
    assertThat(found.history()).isEqualTo(truth.history());
  }

  private byte[] segment(int last) throws IOException {
    return disk.open(LEDGER.resolve(FileNames.record(last))).readAllBytes();
  }

  @Test
  void aLongLineageIsOpenedByItsLedgerAndFewManifests() throws IOException {
    assertThat(disk.list(LEDGER))
        .containsExactlyInAnyOrder("00000008.json", "00000016.json", "00000024.json");
    Watched watched = new Watched(disk);
    Lineage lineage = open(watched).lineage();
    assertThat(lineage.verdict("job-3")).isPresent();
    assertThat(watched.opened).containsExactly("00000024.json", "00000025.json", "00000026.json");
    assertTrue(lineage);
  }

  @Test
  void theModelOfALongLineageNeedsNoOlderManifest() {
    Watched watched = new Watched(disk);
    Lineage lineage = open(watched).lineage();
    assertThat(lineage.model()).isEqualTo(truth.model());
    assertThat(lineage.spec()).isEqualTo(truth.spec());
    assertThat(watched.opened).hasSize(4).contains("00000001.json");
  }

  @Test
  void aDamagedSegmentIsPassedOverAndWrittenAnew() throws IOException {
    byte[] whole = segment(16);
    for (int position : new int[] {0, 30, whole.length / 2, whole.length - 2}) {
      byte[] damaged = whole.clone();
      damaged[position] ^= 4;
      for (byte[] content :
          List.of(
              damaged,
              new byte[0],
              Arrays.copyOf(whole, position),
              new byte[whole.length],
              segment(8))) {
        disk.overwrite(LEDGER.resolve("00000016.json"), content);
        assertTrue(open(disk).lineage());
        open(disk).prepare();
        assertThat(segment(16)).isEqualTo(whole);
      }
    }
  }

  @Test
  void aMissingSegmentIsWrittenAnew() throws IOException {
    byte[] whole = segment(8);
    disk.delete(LEDGER.resolve("00000008.json"));
    assertTrue(open(disk).lineage());
    open(disk).prepare();
    assertThat(segment(8)).isEqualTo(whole);
  }

  @Test
  void theLedgerOfAnotherLineageIsNotBelieved() throws IOException {
    SimulatedDisk other = new SimulatedDisk();
    RetentionContract.absorbDays(open(other), LENGTH);
    for (int last = INTERVAL; last < LENGTH; last += INTERVAL) {
      Path file = LEDGER.resolve(FileNames.record(last));
      disk.overwrite(file, other.open(file).readAllBytes());
    }
    assertTrue(open(disk).lineage());
  }

  @Test
  void oneSegmentOfAnotherLineageIsNotBelieved() throws IOException {
    SimulatedDisk other = new SimulatedDisk();
    RetentionContract.absorbDays(open(other), LENGTH);
    Path file = LEDGER.resolve("00000008.json");
    disk.overwrite(file, other.open(file).readAllBytes());
    assertTrue(open(disk).lineage());
  }

  @Test
  void aManifestThatIsMissingIsNoticedAllTheSame() throws IOException {
    disk.delete(LINEAGE.resolve("00000003.json"));
    assertThatThrownBy(() -> open(disk).lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("00000003.json is missing")
        .hasMessageContaining("restore it");
  }

  @Test
  void aManifestThatAListingForgetsIsLookedFor() {
    FileOperations forgetful =
        new ForwardingFiles(disk) {
          @Override
          public List<String> list(Path directory) throws IOException {
            return super.list(directory).stream()
                .filter(name -> !name.equals("00000003.json"))
                .toList();
          }
        };
    assertTrue(open(forgetful).lineage());
  }

  @Test
  void aManifestThatIsReadLaterAndIsNotWhatItWasIsNamed() throws IOException {
    SimulatedDisk other = new SimulatedDisk();
    RetentionContract.absorbDays(open(other), 3);
    Path file = LINEAGE.resolve("00000003.json");
    disk.overwrite(file, other.open(file).readAllBytes());
    Lineage lineage = open(disk).lineage();
    assertThatThrownBy(() -> lineage.history().get(2))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("00000003.json is not what it was");
    assertThat(open(disk).verify())
        .filteredOn(each -> each.status() == Verification.Status.CORRUPT)
        .extracting(Verification::number)
        .contains(4L);
  }

  @Test
  void aLedgerThatCannotBeWrittenStopsNobody() {
    FileOperations unwritable =
        new ForwardingFiles(disk) {
          @Override
          public Output create(Path file) throws IOException {
            if (file.startsWith(LEDGER)) {
              throw new IOException("No space left on device");
            }
            return super.create(file);
          }

          @Override
          public InputStream open(Path file) throws IOException {
            if (file.startsWith(LEDGER)) {
              throw new NoSuchFileException(file.toString());
            }
            return super.open(file);
          }
        };
    FileCheckpointStore store = open(unwritable);
    store.prepare();
    assertTrue(store.lineage());
    for (int day = LENGTH + 1; day <= 33; day++) {
      StoreContractHooks.absorb(store, day);
    }
    assertThat(open(disk).lineage().head()).isEqualTo(33);
  }

  @Test
  void toLookAgainWhereNothingIsNewOpensOneName() {
    FaultyFiles counted = new FaultyFiles(disk, new FaultyFiles.Plan() {});
    FileCheckpointStore store = open(counted);
    Lineage first = store.lineage();
    int before = counted.operations();
    assertThat(store.lineage()).isSameAs(first);
    assertThat(counted.operations()).isEqualTo(before + 1);
  }
}
