package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.warmbatch.training.StateFormatException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.io.input.BrokenInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFileTest {
  private static final byte[] MAGIC = {(byte) 0x89, 'W', 'B', 'M', '\r', '\n', 0x1a, '\n'};
  private static final StateHeader HEADER =
      new StateHeader(
          4,
          "0a",
          CheckpointSamples.job(1),
          CheckpointSamples.dataset(1),
          CheckpointSamples.model());

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void writeAState() throws IOException {
    file = directory.resolve("model_cpt_day-001.wbm");
    StateFormat.write(
        new LocalFiles(), file, HEADER, out -> out.write(CheckpointSamples.payload(1)));
  }

  @Test
  void aFileByItselfTellsWhatItIsAndGivesItsPayload() {
    StateFile state = StateFile.open(file);
    assertThat(state.number()).isEqualTo(4);
    assertThat(state.dataset()).isEqualTo(CheckpointSamples.dataset(1));
    assertThat(state.model()).isEqualTo(CheckpointSamples.model());
    assertThat(state.read(CheckpointSamples::readPayload)).isEqualTo(CheckpointSamples.payload(1));
  }

  @Test
  void aReaderNeedNotReadToTheEndAndSeesNothingBehindIt() {
    StateFile state = StateFile.open(file);
    int first = state.read((model, in) -> in.read());
    assertThat(first).isEqualTo('w');
    int all = state.read((model, in) -> in.readAllBytes().length + in.read());
    assertThat(all).isEqualTo(CheckpointSamples.payload(1).length - 1);
  }

  @Test
  void aWriterThatClosesItsStreamDoesNotCloseTheFile() throws IOException {
    Path other = directory.resolve("other.state");
    StateFormat.write(
        new LocalFiles(),
        other,
        HEADER,
        out -> {
          out.write(7);
          out.close();
        });
    assertThat(StateFile.open(other).read(CheckpointSamples::readPayload)).containsExactly(7);
  }

  @Test
  void everyFlippedByteIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 0x40;
      Overwriting.write(file, damaged);
      assertThatThrownBy(() -> StateFile.open(file))
          .isInstanceOf(i < MAGIC.length ? CheckpointException.class : CorruptStateException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void everyTruncationIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Overwriting.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> StateFile.open(file))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining(file.toString());
    }
  }

  @Test
  void damageAfterOpeningIsFoundWhileReading() throws IOException {
    StateFile state = StateFile.open(file);
    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length - Sha256.BYTES - 1] ^= 1;
    Overwriting.write(file, damaged);
    assertThatThrownBy(() -> state.read(CheckpointSamples::readPayload))
        .isInstanceOf(CorruptStateException.class);
  }

  @Test
  void anotherStateUnderTheNameIsNotReadAsThisOne() throws IOException {
    StateFile state = StateFile.open(file);
    Files.delete(file);
    StateHeader other = new StateHeader(5, "0b", HEADER.job(), HEADER.dataset(), HEADER.model());
    StateFormat.write(new LocalFiles(), file, other, out -> {});
    assertThatThrownBy(() -> state.read(CheckpointSamples::readPayload))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("replaced by another state");
  }

  @Test
  void aFailingReaderIsBelievedOnlyWhenTheDigestIsRight() throws IOException {
    StateFile state = StateFile.open(file);
    CheckpointStore.StateReader<String> failing =
        (model, in) -> {
          throw new StateFormatException("a tree without a root");
        };
    assertThatThrownBy(() -> state.read(failing))
        .isInstanceOf(CheckpointException.class)
        .isNotInstanceOf(CorruptStateException.class)
        .hasMessageContaining("a tree without a root");
    byte[] damaged = Files.readAllBytes(file);
    damaged[damaged.length - 1] ^= 1;
    Overwriting.write(file, damaged);
    assertThatThrownBy(() -> state.read(failing)).isInstanceOf(CorruptStateException.class);
  }

  @Test
  void anErrorOfTheFileIsNoProofOfDamage() throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    Path state = Path.of("/4.state");
    StateFormat.write(disk, state, HEADER, out -> out.write(CheckpointSamples.payload(1)));
    FileOperations failing = new BrokenReads(disk);
    assertThatThrownBy(
            () -> new StateReading(failing, state, null).read((header, in) -> in.readAllBytes()))
        .isInstanceOf(CheckpointException.class)
        .isNotInstanceOf(CorruptStateException.class)
        .hasMessageContaining("/4.state cannot be read: Input/output error");
  }

  @Test
  void otherFilesAreNotStates() throws IOException {
    for (String content : List.of("", "x", "PK\u0003\u0004" + "x".repeat(100))) {
      Files.writeString(file, content);
      assertThatThrownBy(() -> StateFile.open(file))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining(file + " cannot be used: it is not a state file of Warmbatch");
    }
    assertThatThrownBy(() -> StateFile.open(directory)).isInstanceOf(CheckpointException.class);
    assertThatThrownBy(() -> StateFile.open(directory.resolve("none")))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("is not there");
  }

  @Test
  void aNewerFormatIsRefusedByItsVersion() throws IOException {
    writeSealed(2, 0, "anything");
    assertThatThrownBy(() -> StateFile.open(file))
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("format version 2");
  }

  @Test
  void aHeaderThatClaimsTooMuchIsRefusedBeforeItIsAllocated() throws IOException {
    for (int length : new int[] {Integer.MAX_VALUE, -1, Json.MAX_BYTES + 1}) {
      writeSealed(1, length, "{}");
      assertThatThrownBy(() -> StateFile.open(file))
          .isInstanceOf(CheckpointException.class)
          .hasMessageContaining("header claims to have " + length);
    }
    writeSealed(1, 3_000_000, "{}");
    assertThatThrownBy(() -> StateFile.open(file)).isInstanceOf(CheckpointException.class);
  }

  @Test
  void chanceNeverLeadsToAnythingButARefusal() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int body = whole.length - Sha256.BYTES;
    Random random = new Random(11);
    for (int i = 0; i < 2000; i++) {
      byte[] damaged = Arrays.copyOf(whole, body);
      for (int j = random.nextInt(8); j >= 0; j--) {
        damaged[random.nextInt(600)] = (byte) random.nextInt();
      }
      ByteArrayOutputStream sealed = new ByteArrayOutputStream();
      sealed.write(damaged);
      sealed.write(Sha256.start().digest(damaged));
      assertReadOrRefused(sealed.toByteArray());
    }
  }

  /** With the right digest, whatever was written is either a state or refused. */
  private static void assertReadOrRefused(byte[] content) throws IOException {
    SimulatedDisk disk = new SimulatedDisk();
    Path path = Path.of("/hostile.wbm");
    try (FileOperations.Output out = disk.create(path)) {
      out.write(content);
    }
    try {
      StateHeader header = new StateReading(disk, path, null).read((found, in) -> found);
      assertThat(header.model().spec().label()).isNotNull();
    } catch (CheckpointException e) {
      assertThat(e).isNotInstanceOf(CorruptStateException.class).hasMessageContaining("hostile");
    }
  }

  private void writeSealed(int version, int headerLength, String rest) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(MAGIC);
    out.writeInt(version);
    out.writeInt(headerLength);
    out.write(rest.getBytes(StandardCharsets.UTF_8));
    out.write(Sha256.start().digest(bytes.toByteArray()));
    Overwriting.write(file, bytes.toByteArray());
  }

  /** A disk whose files break in the middle. */
  private static final class BrokenReads extends ForwardingFiles {
    BrokenReads(FileOperations files) {
      super(files);
    }

    @Override
    public InputStream open(Path file) throws IOException {
      byte[] begin = super.open(file).readNBytes(100);
      return new SequenceInputStream(
          new ByteArrayInputStream(begin),
          new BrokenInputStream(() -> new IOException("Input/output error")));
    }
  }
}
