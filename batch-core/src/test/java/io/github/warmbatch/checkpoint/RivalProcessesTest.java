package io.github.warmbatch.checkpoint;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RivalProcessesTest {
  @Test
  void oneOfTwoProcessesWinsEachNumberAndNothingOfTheLosersStays(@TempDir Path directory)
      throws Exception {
    RivalProcesses.race(directory);
  }
}
