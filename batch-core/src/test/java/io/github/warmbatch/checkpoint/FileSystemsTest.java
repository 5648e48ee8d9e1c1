package io.github.warmbatch.checkpoint;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that the store promises, on each file system that is said to be fit for it. */
@ParameterizedClass
@EnumSource(MountedFileSystem.Kind.class)
class FileSystemsTest extends FileCheckpointStoreTest {
  private static @Nullable MountedFileSystem mounted;

  @Parameter
  @SuppressWarnings("NullAway.Init")
  MountedFileSystem.Kind kind;

  @BeforeParameterizedClassInvocation
  static void mount(MountedFileSystem.Kind kind) {
    try {
      mounted = MountedFileSystem.mount(kind);
    } catch (IOException e) {
      abort("%s cannot be mounted here: %s".formatted(kind, e.getMessage()));
    }
  }

  @AfterParameterizedClassInvocation
  static void unmount() throws IOException {
    if (mounted != null) {
      mounted.close();
      mounted = null;
    }
  }

  @BeforeEach
  void takeADirectoryOfIt() throws IOException {
    directory = Objects.requireNonNull(mounted).directory();
  }

  @Test
  void oneOfTwoProcessesWinsEachNumberAndNothingOfTheLosersStays() throws Exception {
    RivalProcesses.race(directory);
  }
}
