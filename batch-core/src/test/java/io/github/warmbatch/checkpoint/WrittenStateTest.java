package io.github.warmbatch.checkpoint;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenStateTest {
  private static final StateHeader HEADER =
      new StateHeader(
          1,
          "attempt",
          CheckpointSamples.job(1),
          CheckpointSamples.dataset(1),
          CheckpointSamples.model());

  private final FileOperations files = new LocalFiles();
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, StateFormat.BUFFER, 3 * StateFormat.BUFFER, WrittenState.MOST_KEPT + 1})
  void whatWasWrittenIsReadBackAndNothingElse(int payload) throws IOException {
    Path file = directory.resolve("1.state");
    WrittenState written =
        StateFormat.write(files, file, HEADER, out -> out.write(new byte[payload]));
    StateRef published = new StateRef("1.state", written.sha256(), written.size());
    byte[] content = Files.readAllBytes(file);

    assertThatCode(() -> written.requireReadable(files, file, published))
        .doesNotThrowAnyException();
    for (int place : new int[] {0, content.length / 2, content.length - 1}) {
      byte[] damaged = content.clone();
      damaged[place] ^= 1;
      requireRefused(written, file, published, damaged);
    }
    requireRefused(written, file, published, Arrays.copyOf(content, content.length - 1));
    requireRefused(written, file, published, Arrays.copyOf(content, content.length + 1));
    requireRefused(written, file, published, new byte[0]);
  }

  private void requireRefused(WrittenState written, Path file, StateRef published, byte[] found)
      throws IOException {
    Files.write(file, found);
    assertThatThrownBy(() -> written.requireReadable(files, file, published))
        .isInstanceOf(CorruptStateException.class);
  }
}
