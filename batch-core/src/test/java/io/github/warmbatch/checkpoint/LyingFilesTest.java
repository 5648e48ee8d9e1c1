package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.checkpoint.CommitResult.Committed;
import io.github.warmbatch.checkpoint.CommitResult.Lost;
import io.github.warmbatch.checkpoint.CommitResult.Unknown;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One operation fails, or says that it failed, and the result says what holds. */
class LyingFilesTest {
  private static final Path OUTPUT = Path.of("/output");

  @Test
  void everyFailedOperationOfACommitEndsInAnOutcomeThatIsTrue() {
    tryEveryOperation(FaultyFiles::failAt);
  }

  @Test
  void everyOperationThatIsDoneAndDeniedEndsInAnOutcomeThatIsTrue() {
    tryEveryOperation(FaultyFiles::lieAt);
  }

  private static void tryEveryOperation(IntFunction<FaultyFiles.Plan> plan) {
    int operation = 0;
    FaultyFiles files;
    do {
      operation++;
      SimulatedDisk disk = new SimulatedDisk();
      StoreContractHooks.absorb(storeOn(disk), 1);
      files = new FaultyFiles(disk, plan.apply(operation));
      check(disk, commitOrNull(files));
    } while (operation <= files.operations());
    Tried.say("%d operations of a commit that fail or lie".formatted(operation - 1));
    assertThat(operation).isGreaterThan(25);
  }

  /** The outcome, or null where the store said that nothing was published. */
  private static @Nullable CommitResult commitOrNull(FileOperations files) {
    try {
      CheckpointStore store = storeOn(files);
      return store.commit(CheckpointSamples.absorb(store.lineage(), 2));
    } catch (CheckpointException e) {
      assertThat(e).hasMessageContaining("/output").hasRootCauseInstanceOf(IOException.class);
      return null;
    }
  }

  private static void check(SimulatedDisk disk, @Nullable CommitResult result) {
    Lineage lineage = storeOn(disk).lineage();
    if (result == null) {
      assertThat(lineage.head()).isEqualTo(1);
    } else if (result instanceof Committed committed) {
      assertThat(lineage.find(2)).contains(committed.manifest());
      CheckpointStore survived = storeOn(disk.afterPowerCut(Survivals.NOTHING));
      assertThat(survived.lineage().find(2)).contains(committed.manifest());
    } else {
      assertThat(result).isInstanceOf(Unknown.class);
      lineage
          .find(2)
          .ifPresent(
              manifest -> assertThat(manifest.attempt()).isEqualTo(((Unknown) result).attempt()));
    }
    StoreContractHooks.absorb(storeOn(disk), 3);
    assertThat(storeOn(disk).verify())
        .extracting(Verification::status)
        .containsOnly(Verification.Status.OK);
  }

  @Test
  void aLinkThatIsMadeAndDeniedIsACommit() {
    CommitResult result = commitWhere("link", Moment.AFTER, new SimulatedDisk());
    assertThat(result).isInstanceOf(Committed.class);
  }

  @Test
  void aLinkThatFailsIsUnknownAndNothingIsRemoved() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    CommitResult result = commitWhere("link", Moment.BEFORE, disk);
    assertThat(result).isInstanceOf(Unknown.class);
    String attempt = ((Unknown) result).attempt();
    assertThat(disk.list(OUTPUT.resolve("lineage")))
        .containsExactly("00000001-" + attempt + ".state", "00000001-" + attempt + ".tmp");
  }

  @Test
  void aLateLinkLandsOrFindsTheNumberTaken() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    Unknown unknown = (Unknown) commitWhere("link", Moment.BEFORE, disk);
    Path lineage = OUTPUT.resolve("lineage");
    disk.link(
        lineage.resolve("00000001-" + unknown.attempt() + ".tmp"),
        lineage.resolve("00000001.json"));
    Manifest landed = storeOn(disk).lineage().history().get(0);
    assertThat(landed.attempt()).isEqualTo(unknown.attempt());
    assertThat(storeOn(disk).readState(landed, CheckpointSamples::readPayload))
        .isEqualTo(CheckpointSamples.payload(1));
  }

  @Test
  void aDirectoryThatCannotBeSyncedAfterTheLinkMakesItUnknown() {
    SimulatedDisk disk = new SimulatedDisk();
    CommitResult result = commitWhere("syncDirectory", Moment.BEFORE, disk);
    assertThat(result).isInstanceOf(Unknown.class);
    assertThat(storeOn(disk).lineage().head()).isEqualTo(1);
  }

  @Test
  void aStateThatReadsBackWrongIsNotPublished() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    storeOn(disk).prepare();
    FaultyFiles.Plan plan =
        new FaultyFiles.Plan() {
          @Override
          public void after(int operation, String kind) throws IOException {
            if (kind.equals("close")) {
              damageStates(disk);
            }
          }
        };
    CheckpointStore store = storeOn(new FaultyFiles(disk, plan));
    Draft draft = CheckpointSamples.absorb(store.lineage(), 1);
    assertThatThrownBy(() -> store.commit(draft))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Number 1 was not published")
        .hasCauseInstanceOf(CorruptStateException.class);
    assertThat(disk.list(OUTPUT.resolve("lineage"))).isEmpty();
  }

  @Test
  void aManifestThatReadsBackWrongIsNotPublished() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    storeOn(disk).prepare();
    FaultyFiles.Plan plan =
        new FaultyFiles.Plan() {
          @Override
          public void after(int operation, String kind) throws IOException {
            if (kind.equals("close") && isAboutToPublish(disk)) {
              damage(disk, ".tmp");
            }
          }
        };
    CheckpointStore store = storeOn(new FaultyFiles(disk, plan));
    store.prepare();
    Draft draft = CheckpointSamples.absorb(store.lineage(), 1);
    assertThatThrownBy(() -> store.commit(draft))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("does not read back as it was written");
    assertThat(disk.list(OUTPUT.resolve("lineage"))).isEmpty();
    assertThat(storeOn(disk).lineage().head()).isZero();
  }

  private static void damageStates(SimulatedDisk disk) throws IOException {
    damage(disk, ".state");
  }

  private static void damage(SimulatedDisk disk, String suffix) throws IOException {
    Path lineage = OUTPUT.resolve("lineage");
    for (String name : disk.list(lineage)) {
      if (name.endsWith(suffix)) {
        byte[] bytes = disk.open(lineage.resolve(name)).readAllBytes();
        bytes[bytes.length / 2] ^= 1;
        disk.overwrite(lineage.resolve(name), bytes);
      }
    }
  }

  @Test
  void aRivalThatIsFasterLeavesNothingOfTheLoser() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    storeOn(disk).prepare();
    List<Manifest> winner = new ArrayList<>();
    FaultyFiles.Plan plan =
        new FaultyFiles.Plan() {
          @Override
          public void before(int operation, String kind) {
            if (kind.equals("link")
                && storeOn(disk).lineage().head() == 0
                && isAboutToPublish(disk)) {
              winner.add(StoreContractHooks.absorb(storeOn(disk), 9));
            }
          }
        };
    CheckpointStore store = storeOn(new FaultyFiles(disk, plan));
    assertThat(store.commit(CheckpointSamples.absorb(store.lineage(), 1))).isInstanceOf(Lost.class);
    assertThat(store.lineage().history()).isEqualTo(winner);
    assertThat(disk.list(OUTPUT.resolve("lineage")))
        .containsExactly("00000001-" + winner.get(0).attempt() + ".state", "00000001.json");
  }

  @Test
  void aDraftThatCanNeverBeWrittenTouchesNoFile() {
    FaultyFiles files = new FaultyFiles(new SimulatedDisk(), FaultyFiles.failAt(0));
    CheckpointStore store = storeOn(files);
    store.prepare();
    store.lineage();
    Decision dead =
        new Decision.Dead(
            CheckpointSamples.job(1), null, "x".repeat(Json.MAX_BYTES), CheckpointSamples.SPEC);
    int before = files.operations();
    assertThatThrownBy(() -> store.commit(new Draft(0, 0, dead, null, "sample")))
        .isInstanceOf(UnwritableDraftException.class);
    assertThat(files.operations()).isEqualTo(before + 1); // the look for a newer manifest
  }

  @Test
  void aCheckOfWhatCannotBeReadEndsAndCallsNothingDamaged() {
    SimulatedDisk disk = new SimulatedDisk();
    StoreContractHooks.absorb(storeOn(disk), 1);
    FileOperations unreadable =
        new ForwardingFiles(disk) {
          @Override
          public InputStream open(Path file) throws IOException {
            requireFew(file);
            throw new AccessDeniedException(file.toString());
          }
        };
    CheckpointStore store = storeOn(unreadable);
    assertThatThrownBy(store::verify)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("00000001.json")
        .hasMessageContaining("permission denied");
  }

  @Test
  void aCheckEndsWhereEveryNumberIsDamaged() {
    SimulatedDisk disk = new SimulatedDisk();
    StoreContractHooks.absorb(storeOn(disk), 1);
    FileOperations damaged =
        new ForwardingFiles(disk) {
          @Override
          public InputStream open(Path file) {
            requireFew(file);
            return new ByteArrayInputStream(new byte[] {'{'});
          }
        };
    assertThat(storeOn(damaged).verify())
        .extracting(Verification::status)
        .containsExactly(
            Verification.Status.CORRUPT, // the notes
            Verification.Status.CORRUPT,
            Verification.Status.CORRUPT);
  }

  private static void requireFew(Path file) {
    if (file.endsWith("00000100.json")) {
      throw new AssertionError("The check does not end");
    }
  }

  @Test
  void aLinkThatClaimsANumberThatIsAnothersIsLost() {
    SimulatedDisk disk = new SimulatedDisk();
    List<Manifest> winner = new ArrayList<>();
    FileOperations claiming =
        new ForwardingFiles(disk) {
          @Override
          public void link(Path file, Path name) throws IOException {
            if (name.endsWith("00000001.json")) {
              winner.add(StoreContractHooks.absorb(storeOn(disk), 9));
            } else {
              super.link(file, name);
            }
          }
        };
    CheckpointStore store = storeOn(claiming);
    assertThat(store.commit(CheckpointSamples.absorb(store.lineage(), 1))).isInstanceOf(Lost.class);
    assertThat(store.lineage().history()).isEqualTo(winner);
  }

  /** Whether an attempt at number 1 is about to ask for its number. */
  private static boolean isAboutToPublish(SimulatedDisk disk) {
    try {
      return disk.list(OUTPUT.resolve("lineage")).stream()
          .anyMatch(name -> name.startsWith("00000001-") && name.endsWith(".tmp"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private enum Moment {
    BEFORE,
    AFTER
  }

  /** Commits day 1, and from when its manifest has a name on, operations of one kind fail. */
  private static CommitResult commitWhere(String kind, Moment moment, SimulatedDisk disk) {
    FaultyFiles.Plan plan =
        new FaultyFiles.Plan() {
          @Override
          public void before(int operation, String found) throws IOException {
            fail(found, Moment.BEFORE);
          }

          @Override
          public void after(int operation, String found) throws IOException {
            fail(found, Moment.AFTER);
          }

          private void fail(String found, Moment now) throws IOException {
            if (found.equals(kind) && now == moment && isAboutToPublish(disk)) {
              throw new IOException("simulated");
            }
          }
        };
    CheckpointStore store = storeOn(new FaultyFiles(disk, plan));
    store.prepare();
    return store.commit(CheckpointSamples.absorb(store.lineage(), 1));
  }

  private static CheckpointStore storeOn(FileOperations files) {
    return new FileCheckpointStore(files, OUTPUT, Clock.systemUTC(), true);
  }
}
