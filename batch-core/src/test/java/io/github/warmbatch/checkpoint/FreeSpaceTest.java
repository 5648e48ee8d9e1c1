package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  private static final Path OUTPUT = Path.of("/output");
  private static final long LEAST = 16L << 20;

  private final SimulatedDisk disk = new SimulatedDisk();

  private interface Space {
    OptionalLong left() throws IOException;
  }

  private CheckpointStore storeWith(Space space) {
    FileOperations files =
        new ForwardingFiles(disk) {
          @Override
          public OptionalLong usableBytes(Path directory) throws IOException {
            return space.left();
          }
        };
    return new FileCheckpointStore(files, OUTPUT, Clock.systemUTC(), true);
  }

  @Test
  void aFullDiskIsRefusedBeforeAnythingIsClaimed() {
    CheckpointStore store = storeWith(() -> OptionalLong.of(LEAST - 1));
    assertThatThrownBy(store::prepare)
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("/output/lineage has 16777215 usable bytes left")
        .hasMessageContaining("16777216")
        .hasMessageContaining("free space");
  }

  @Test
  void enoughSpaceIsEnough() {
    storeWith(() -> OptionalLong.of(LEAST)).prepare();
  }

  @Test
  void twiceTheModelAsItIsNowIsNeeded() {
    CheckpointStore store = storeWith(OptionalLong::empty);
    Draft large =
        new Draft(
            0, 0, CheckpointSamples.absorbed(1), out -> out.write(new byte[9 << 20]), "sample");
    assertThat(store.commit(large)).isInstanceOf(CommitResult.Committed.class);
    assertThatThrownBy(() -> storeWith(() -> OptionalLong.of(18L << 20)).prepare())
        .isInstanceOf(CheckpointException.class)
        .hasMessageContaining("usable bytes");
    storeWith(() -> OptionalLong.of(19L << 20)).prepare();
  }

  @Test
  void whatIsNotKnownIsNoReasonToRefuse() {
    CheckpointStore unknown = storeWith(OptionalLong::empty);
    CheckpointStore failing =
        storeWith(
            () -> {
              throw new IOException("simulated");
            });
    assertThatCode(unknown::prepare).doesNotThrowAnyException();
    assertThatCode(failing::prepare).doesNotThrowAnyException();
  }

  @Test
  void theRealFileSystemSaysWhatItHas(@TempDir Path directory) throws IOException {
    assertThat(new LocalFiles().usableBytes(directory)).isPresent();
  }
}
