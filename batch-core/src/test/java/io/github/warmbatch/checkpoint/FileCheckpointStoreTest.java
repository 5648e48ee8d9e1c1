package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCheckpointStoreTest extends CheckpointStoreContract {
  @TempDir Path directory;

  @Override
  protected FileCheckpointStore open() {
    return FileCheckpointStore.in(output());
  }

  @Override
  protected byte[] kept(Manifest absorbed) throws IOException {
    return Files.readAllBytes(open().stateFile(absorbed));
  }

  @Override
  protected void keep(Manifest absorbed, byte[] bytes) throws IOException {
    Overwriting.write(open().stateFile(absorbed), bytes);
  }

  @Override
  protected void lose(Manifest absorbed) throws IOException {
    Files.delete(open().stateFile(absorbed));
  }

  private Path output() {
    return directory.resolve("some/where/output");
  }

  private Path lineage(String name) {
    return output().resolve("lineage").resolve(name);
  }

  private List<String> filesOf(Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(Files::isRegularFile)
          .map(file -> below.relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void aDirectoryHoldsManifestsStatesPromotionsAndNothingElse() throws IOException {
    CheckpointStore store = open();
    Manifest first = absorb(store, 1);
    giveUp(store, 2);
    store.promote(1, "why");
    assertThat(filesOf(output()))
        .containsExactly(
            "lineage/00000001-" + first.attempt() + ".state",
            "lineage/00000001.json",
            "lineage/00000002.json",
            "lineage/promotions/00000001.json");
  }

  @Test
  void lookingWritesNothing() throws IOException {
    open().lineage();
    open().champion();
    assertThat(directory).isEmptyDirectory();
    Manifest first = absorb(open(), 1);
    List<String> before = filesOf(directory);
    FileCheckpointStore store = FileCheckpointStore.readOnly(output());
    assertThat(store.lineage().history()).containsExactly(first);
    assertThat(store.champion()).isEmpty();
    assertThat(store.verify()).hasSize(1);
    assertThat(filesOf(directory)).isEqualTo(before);
    assertThatThrownBy(() -> store.promote(1, "why"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> giveUp(store, 2)).isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void lookingWhereThereIsNoLineageSaysSo() {
    FileCheckpointStore store = FileCheckpointStore.readOnly(output());
    assertThatThrownBy(store::lineage)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("There is no lineage")
        .hasMessageContaining(output().resolve("lineage").toString());
    assertThatThrownBy(store::verify).isInstanceOf(CheckpointException.class);
    assertThatThrownBy(store::champion).isInstanceOf(CheckpointException.class);
  }

  @Test
  void unreadableIsNotEmpty() throws IOException {
    Files.createDirectories(output());
    Files.writeString(output().resolve("lineage"), "a file where the directory belongs");
    assertThatThrownBy(() -> open().lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(output().resolve("lineage").toString());
    assertThatThrownBy(() -> open().prepare()).isInstanceOf(CheckpointException.class);
  }

  @Test
  void aManifestThatCannotBeOpenedIsNotTheEnd() throws IOException {
    absorb(open(), 1);
    Files.createDirectory(lineage("00000002.json"));
    assertThatThrownBy(() -> open().lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(lineage("00000002.json").toString());
  }

  @Test
  void aMissingManifestIsNotTheEnd() throws IOException {
    absorb(open(), 1);
    absorb(open(), 2);
    absorb(open(), 3);
    Files.delete(lineage("00000002.json"));
    assertThatThrownBy(() -> open().lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(lineage("00000002.json").toString())
        .hasMessageContaining("restore it");
    assertThat(open().verify())
        .extracting(Verification::status)
        .containsExactly(
            Verification.Status.OK, Verification.Status.CORRUPT, Verification.Status.OK);
  }

  @Test
  void aDamagedManifestIsNamedAndNothingIsPublishedBehindIt() throws IOException {
    absorb(open(), 1);
    absorb(open(), 2);
    byte[] damaged = Files.readAllBytes(lineage("00000001.json"));
    damaged[40] ^= 1;
    Files.write(lineage("00000001.json"), damaged);
    assertThatThrownBy(() -> open().lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(lineage("00000001.json").toString());
    Draft draft = new Draft(2, 2, CheckpointSamples.dead(3), null, "sample");
    assertThatThrownBy(() -> open().commit(draft)).isInstanceOf(CheckpointException.class);
    assertThat(lineage("00000003.json")).doesNotExist();
    assertThat(open().verify())
        .extracting(Verification::status)
        .containsExactly(Verification.Status.CORRUPT, Verification.Status.OK);
  }

  @Test
  void aManifestOfAnotherLineageIsFoundByItsParentsDigest() throws IOException {
    absorb(open(), 1);
    absorb(open(), 2);
    FileCheckpointStore other = FileCheckpointStore.in(directory.resolve("other"));
    absorb(other, 3);
    Files.write(
        lineage("00000001.json"),
        Files.readAllBytes(directory.resolve("other/lineage/00000001.json")));
    assertThatThrownBy(() -> open().lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("Manifest 2 names")
        .hasMessageContaining("digest of its parent");
  }

  @Test
  void aNewerFormatIsRefusedWithoutAWrite() throws IOException {
    absorb(open(), 1);
    Files.writeString(lineage("00000002.json"), "{\"format\":2,\"novelty\":true}\n");
    List<String> before = filesOf(directory);
    assertThatThrownBy(() -> open().lineage())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(lineage("00000002.json").toString())
        .hasMessageContaining("format version 2");
    Draft draft = new Draft(1, 1, CheckpointSamples.dead(2), null, "sample");
    assertThatThrownBy(() -> open().commit(draft)).isInstanceOf(CheckpointException.class);
    assertThat(filesOf(directory)).isEqualTo(before);
  }

  @Test
  void whatKilledWritersLeftAndStrangeFilesAreIgnoredAndKept() throws IOException {
    absorb(open(), 1);
    List<String> strange =
        List.of(
            "00000002-dead.state", "00000002-dead.tmp", "000000003.json", "3.json", "README.txt");
    for (String name : strange) {
      Files.writeString(lineage(name), "?");
    }
    absorb(open(), 2);
    assertThat(open().lineage().head()).isEqualTo(2);
    assertThat(strange).allSatisfy(name -> assertThat(lineage(name)).exists());
  }

  @Test
  void aStateThatIsGoneWithoutANoteIsDamage() throws IOException {
    FileCheckpointStore store = open();
    Manifest first = absorb(store, 1);
    absorb(store, 2);
    Files.delete(store.stateFile(first));
    assertThat(store.verify())
        .extracting(Verification::status)
        .containsExactly(Verification.Status.CORRUPT, Verification.Status.OK);
    assertThatThrownBy(() -> store.readState(first, CheckpointSamples::readPayload))
        .isInstanceOf(CheckpointException.class)
        .isNotInstanceOf(CorruptStateException.class)
        .hasMessageContaining("The state of number 1 is missing")
        .hasMessageContaining("never pruned");
  }

  @Test
  void lookingChangesNothingOnTheDisk() {
    SimulatedDisk disk = new SimulatedDisk();
    Manifest first = absorb(new FileCheckpointStore(disk, output(), Clock.systemUTC(), true), 1);
    new FileCheckpointStore(disk, output(), Clock.systemUTC(), true).promote(1, "why");
    FaultyFiles.Plan readOnly =
        new FaultyFiles.Plan() {
          @Override
          public void before(int operation, String kind) {
            assertThat(kind).isIn("list", "open", "size", "syncDirectory");
          }
        };
    CheckpointStore store =
        new FileCheckpointStore(
            new FaultyFiles(disk, readOnly), output(), Clock.systemUTC(), false);
    assertThat(store.lineage().history()).containsExactly(first);
    assertThat(store.champion()).map(Promotion::number).contains(1L);
    assertThat(store.verify()).hasSize(1);
    assertThat(store.readState(first, CheckpointSamples::readPayload)).isNotEmpty();
  }
}
